import json
import sqlite3
import socket
import urllib.request


def connect():
    db = sqlite3.connect(":memory:")
    db.executescript(
        """CREATE TABLE racks (id INTEGER PRIMARY KEY, label TEXT UNIQUE);
        CREATE TABLE tubes (id INTEGER PRIMARY KEY, rack INTEGER NOT NULL REFERENCES racks(id), pos TEXT CHECK (length(pos) = 2));
        PRAGMA foreign_keys = ON;"""
    )
    return db


class Racks:
    def __init__(self):
        self.db = connect()

    def execute(self, sql, *args):
        with self.db:
            return self.db.execute(sql, args)

    def add(self, label):
        return self.execute("INSERT INTO racks (label) VALUES (?)", label)

    def put(self, rack, pos):
        return self.execute("INSERT INTO tubes (rack, pos) VALUES (?, ?)", rack, pos)

    def report(self):
        return self.execute("SELECT rack, colour FROM tubes").fetchall()


def load_settings(path):
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def parse_message(raw):
    return json.loads(raw)


def ask_device(port, timeout=0.2):
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as conn:
        conn.sendall(b"STATUS\n")
        return conn.recv(64).decode("ascii")


def fetch_reference(port, name):
    return urllib.request.urlopen(f"http://127.0.0.1:{port}/reference/{name}", timeout=1).read()
