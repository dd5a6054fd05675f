"""Compares documents with copydesk and with what one would write in Python today, and
tells how many times the CPU the Python server takes.

The Python server does the same over gRPC: grpcio, stems by PyStemmer, vectors and
cosines by scikit-learn, all pairs in the answer. Both servers are processes of their
own, asked for the same in turns; CPU is what the system accounts to each process, so
that a busy machine and this client cost nothing.

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


def serve(port):
    """The peer: a servicer of the same method, until its parent ends it."""
    import Stemmer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import cosine_similarity

    stem_words = Stemmer.Stemmer("english").stemWords
    word = re.compile(r"\w+")
    vectorizer = TfidfVectorizer(analyzer=lambda text: stem_words(word.findall(text.lower())), sublinear_tf=True)

    class Peer(services.SimilarityServiceServicer):
        def CompareDocuments(self, request, context):
            matrix = cosine_similarity(vectorizer.fit_transform([d.title + "\n" + d.text for d in request.documents]))
            pairs = [
                messages.DocumentPair(first_index=i, second_index=j, similarity=matrix[i, j])
                for i in range(len(matrix)) for j in range(i + 1, len(matrix))
            ]
            return messages.CompareDocumentsResponse(pairs=pairs)

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
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    channel = grpc.insecure_channel(f"127.0.0.1:{port}")
    grpc.channel_ready_future(channel).result(timeout=30)
    return process, services.SimilarityServiceStub(channel)


def documents(count):
    """`count` articles of the project's own, each told apart by its first words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/data/articles").glob("*_en/*.txt"))]
    return [common.Document(text=f"Report {i}. {texts[i % len(texts)]}", language_code="en") for i in range(count)]


def main():
    ports = [free_port(), free_port() + 1]
    ours = start([ROOT / "target/release/copydesk", "serve", "--listen", f"127.0.0.1:{ports[0]}"], ports[0])
    peer = start([sys.executable, __file__, "--serve", str(ports[1])], ports[1])
    try:
        for count, calls in CALLS_PER_ROUND.items():
            request = messages.CompareDocumentsRequest(documents=documents(count))
            for _, stub in (ours, peer):
                assert len(stub.CompareDocuments(request).pairs) == count * (count - 1) // 2
            spent = {0: [], 1: []}
            for _ in range(ROUNDS):
                for which, (process, stub) in enumerate((ours, peer)):
                    before = cpu_seconds(process)
                    for _ in range(calls):
                        stub.CompareDocuments(request)
                    spent[which].append((cpu_seconds(process) - before) / calls)
            # The clock of the system ticks a hundred times a second: sums, not minima.
            mean = [sum(each) / ROUNDS * 1e3 for each in (spent[0], spent[1])]
            print(f"{count} articles: copydesk {mean[0]:.2f} ms, Python {mean[1]:.2f} ms, ratio {mean[1] / mean[0]:.1f}")
    finally:
        for process, _ in (ours, peer):
            process.terminate()
            process.wait(timeout=30)


if __name__ == "__main__":
    serve(sys.argv[2]) if sys.argv[1:2] == ["--serve"] else main()
