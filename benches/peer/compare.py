"""Compares documents with copydesk and with what one would write in Python today, and
tells how many times the CPU the Python servers take.

There are two, over grpcio, with all pairs in the answer. One finds cosines alone: stems by
PyStemmer, vectors and cosines by scikit-learn. The other does the kinds of work that
copydesk does (`stories.py`). All servers are processes of their own, asked for the same in
turns; CPU is what the system accounts to each process, so that a busy machine and this
client cost nothing.

    pip install grpcio grpcio-tools googleapis-common-protos PyStemmer scikit-learn
    cargo build --release && python benches/peer/compare.py
"""
import os
import pathlib
import re
import socket
import subprocess
import sys
from concurrent import futures

import grpc

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "proto"))
messages, services = grpc.protos_and_services("copydesk/v1/similarity_service.proto")
common = grpc.protos("copydesk/v1/common.proto")

ROUNDS = 15
CALLS_PER_ROUND = {4: 40, 64: 4}


def cosines():
    """What answers with cosines alone."""
    import Stemmer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import cosine_similarity

    stem_words = Stemmer.Stemmer("english").stemWords
    word = re.compile(r"\w+")
    vectorizer = TfidfVectorizer(analyzer=lambda text: stem_words(word.findall(text.lower())), sublinear_tf=True)

    def compare(documents):
        matrix = cosine_similarity(vectorizer.fit_transform([d.title + "\n" + d.text for d in documents]))
        return [
            messages.DocumentPair(first_index=i, second_index=j, similarity=matrix[i, j])
            for i in range(len(matrix)) for j in range(i + 1, len(matrix))
        ]

    return compare


def stories():
    """What answers with all that copydesk tells."""
    import stories

    at_large = stories.rarity_at_large()

    def compare(documents):
        found = stories.Comparison(documents, at_large)
        similarity, probability, shared = found.similarity.tolist(), found.probability.tolist(), found.shared.tolist()
        return [
            messages.DocumentPair(
                first_index=i, second_index=j, relation=found.relation(i, j), similarity=similarity[i][j],
                same_story_probability=probability[i][j], first_containment=shared[i][j],
                second_containment=shared[j][i],
            )
            for i in range(len(documents)) for j in range(i + 1, len(documents))
        ]

    return compare


PEERS = {"cosines alone": cosines, "the same work": stories}


def serve(peer, port):
    """A servicer of the same method, until its parent ends it."""
    compare = PEERS[peer]()

    class Peer(services.SimilarityServiceServicer):
        def CompareDocuments(self, request, context):
            return messages.CompareDocumentsResponse(pairs=compare(request.documents))

    server = grpc.server(futures.ThreadPoolExecutor(max_workers=1))
    services.add_SimilarityServiceServicer_to_server(Peer(), server)
    server.add_insecure_port(f"127.0.0.1:{port}")
    server.start()
    server.wait_for_termination()


def free_port():
    """A free port below those that the system gives to clients."""
    for port in range(21_000, 32_000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    sys.exit("no free port")


def cpu_seconds(process):
    """User and system time of `process`, as the system accounts it."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(command, port):
    """The server that `command` starts, and a stub once it listens."""
    # Of threads that wait for each other, numpy's would only burn the peers' CPU.
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    channel = grpc.insecure_channel(f"127.0.0.1:{port}")
    grpc.channel_ready_future(channel).result(timeout=30)
    return process, services.SimilarityServiceStub(channel)


def documents(count):
    """`count` articles of the project's own, each told apart by its first words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/data/articles").glob("*_en/*.txt"))]
    return [common.Document(text=f"Report {i}. {texts[i % len(texts)]}", language_code="en") for i in range(count)]


def main():
    port = free_port()
    servers = {"copydesk": start([ROOT / "target/release/copydesk", "serve", "--listen", f"127.0.0.1:{port}"], port)}
    try:
        for peer in PEERS:
            port = free_port()
            servers[peer] = start([sys.executable, __file__, "--serve", peer, str(port)], port)
        for count, calls in CALLS_PER_ROUND.items():
            request = messages.CompareDocumentsRequest(documents=documents(count))
            for _, stub in servers.values():
                assert len(stub.CompareDocuments(request).pairs) == count * (count - 1) // 2
            spent = dict.fromkeys(servers, 0)
            for _ in range(ROUNDS):
                for name, (process, stub) in servers.items():
                    before = cpu_seconds(process)
                    for _ in range(calls):
                        stub.CompareDocuments(request)
                    # The clock of the system ticks a hundred times a second: sums, not minima.
                    spent[name] += cpu_seconds(process) - before
            ours = spent.pop("copydesk")
            print(f"{count} articles: copydesk {ours / ROUNDS / calls * 1e3:.2f} ms")
            for name, theirs in spent.items():
                print(f"  Python, {name}: {theirs / ROUNDS / calls * 1e3:.2f} ms, {theirs / ours:.1f} times as much")
    finally:
        for process, _ in servers.values():
            process.terminate()
            process.wait(timeout=30)


if __name__ == "__main__":
    serve(*sys.argv[2:]) if sys.argv[1:2] == ["--serve"] else main()
