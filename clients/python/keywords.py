"""Asks a copydesk server what an article is about; needs grpcio and grpcio-tools."""
import sys

import grpc

sys.path.insert(0, "proto")
messages, services = grpc.protos_and_services("copydesk/v1/keyword_service.proto")
common = grpc.protos("copydesk/v1/common.proto")

with grpc.insecure_channel(sys.argv[1]) as channel:
    keywords = services.KeywordServiceStub(channel)
    article = open("tests/data/articles/harbour_ferry_en/tribune.txt", encoding="utf-8").read()
    document = common.Document(text=article)
    answer = keywords.ExtractKeywords(messages.ExtractKeywordsRequest(
        document=document, options=messages.KeywordOptions(extra_stop_words=["said"]),
        offset_encoding=common.OFFSET_ENCODING_CODE_POINTS))

print("language:", answer.language_code)
for keyword in answer.keywords[:5]:
    first = keyword.mentions[0]
    assert article[first.start_offset:first.end_offset] == first.text
    print(f"{keyword.score:.2f}  {keyword.text} ({keyword.mention_count} times)")
