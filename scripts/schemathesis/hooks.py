"""What the tool cannot write by itself: the bytes of a part of an upload."""

import schemathesis


@schemathesis.serializer("application/offset+octet-stream")
def part(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode()
