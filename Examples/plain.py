#!/usr/bin/env python3
"""The smallest relay: asks a helpline server one question in plain lines and prints the answer.

    Examples/plain.py 127.0.0.1:7777 '账号被盗了怎么办'
"""
import socket, sys

host, port = sys.argv[1].rsplit(":", 1)
with socket.create_connection((host, int(port)), timeout=30) as server:
    server.sendall(sys.argv[2].replace("\n", " ").encode() + b"\n")
    server.shutdown(socket.SHUT_WR)                       # nothing more is asked: the server answers and closes
    replies = server.makefile(encoding="utf-8").read().strip("\n").split("\n\n")
print(replies[-1])                                        # the ones before are the greeting
