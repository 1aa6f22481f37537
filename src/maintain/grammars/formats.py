"""Writes what is known of file formats from the tools that read them.

    python3 src/maintain/grammars/formats.py --nginx /usr/sbin/nginx --version 1.26.3 > src/formats/nginx/directives.json
    systemd --dump-configuration-items |
      python3 src/maintain/grammars/formats.py --systemd - --version 257 > src/formats/systemd/directives.json
    python3 src/maintain/grammars/formats.py --compose .../cli-plugins/docker-compose --version 2.26.1 > src/formats/compose/compose-spec.json

nginx: the tables of directives (ngx_command_t) in the program itself, an x86-64 ELF file.
systemd: sections and keys as its manager lists them. compose: the JSON schema inside the plugin.
"""

import argparse
import json
import re
import struct
import sys

EVENTS = {
    'worker_connections', 'use', 'multi_accept', 'accept_mutex', 'accept_mutex_delay', 'debug_connection',
    'epoll_events', 'worker_aio_requests',
}
DIRECT, MAIN, LOW = 0x00010000, 0x01000000, 0x02000000
HTTP = {
    0x02000000: 'http', 0x04000000: 'server', 0x08000000: 'location', 0x10000000: 'upstream',
    0x20000000: 'if', 0x40000000: 'if', 0x80000000: 'limit_except',
}


def sections(data):
    offset = struct.unpack_from('<Q', data, 0x28)[0]
    size, count, names = struct.unpack_from('<HHH', data, 0x3A)
    rows = [struct.unpack_from('<IIQQQQIIQQ', data, offset + index * size) for index in range(count)]

    def name(row):
        start = rows[names][4] + row[0]
        return data[start:data.index(b'\0', start)].decode()

    return {name(row): row for row in rows}


def relocations(data, table, offset_of):
    found = {}
    rela = table['.rela.dyn']
    for index in range(rela[5] // 24):
        place, info, addend = struct.unpack_from('<QQq', data, rela[4] + index * 24)
        if info & 0xFFFFFFFF == 8:
            found[place] = addend
    relr, base = table.get('.relr.dyn'), 0
    for index in range((relr[5] if relr else 0) // 8):
        entry = struct.unpack_from('<Q', data, relr[4] + index * 8)[0]
        places = [entry] if entry & 1 == 0 else [base + bit * 8 for bit in range(63) if entry >> (bit + 1) & 1]
        for place in places:
            found[place] = struct.unpack_from('<Q', data, offset_of(place))[0]
        base = entry + 8 if entry & 1 == 0 else base + 63 * 8
    return found


def nginx(path):
    data = open(path, 'rb').read()
    table = sections(data)

    def offset_of(address):
        for row in table.values():
            if row[3] and row[3] <= address < row[3] + row[5] and row[1] != 8:
                return row[4] + address - row[3]

    moved = relocations(data, table, offset_of)
    found = {}
    for section in ('.data', '.data.rel.ro'):
        row = table.get(section)
        for address in range(row[3], row[3] + row[5] - 56, 8) if row else ():
            length, _, kind = struct.unpack_from('<QQQ', data, offset_of(address))
            at = offset_of(moved[address + 8]) if address + 8 in moved else None
            if at is None or not 2 <= length <= 40 or kind < MAIN and not kind & DIRECT or kind >> 32 or kind & 0xFEE000:
                continue
            name = data[at:at + length + 1]
            if name[-1:] == b'\0' and re.fullmatch(rb'[a-z][a-z0-9_]*', name[:-1]):
                found.setdefault(name[:-1].decode(), set()).add(kind)
    return {name: [directive(name, kind) for kind in sorted(kinds)] for name, kinds in sorted(found.items())}


def directive(name, kind):
    """[contexts, argument bits]: bit n for n arguments up to 7, then block, flag, any, 1 or more, 2 or more."""
    contexts = {'main'} if kind & MAIN else set()
    if name in EVENTS:
        contexts.add('events')
    else:
        contexts |= {context for bit, context in HTTP.items() if kind & bit}
    return [sorted(contexts), kind & 0x1FFF]


def systemd(stream):
    items, section = {}, None
    for line in stream.read().splitlines():
        if line.startswith('['):
            section = items.setdefault(line[1:-1], [])
        elif '=' in line:
            section.append(line.split('=')[0])
    return {name: sorted(set(keys)) for name, keys in items.items()}


def compose(path):
    data = open(path, 'rb').read()
    start = data.rfind(b'{\n', 0, data.index(b'"$id": "compose_spec.json"'))
    return json.JSONDecoder().raw_decode(data[start:start + 200_000].decode('utf-8', 'replace'))[0]


parser = argparse.ArgumentParser()
parser.add_argument('--version', required=True)
parser.add_argument('--nginx')
parser.add_argument('--systemd')
parser.add_argument('--compose')
given = parser.parse_args()
if given.nginx:
    content = {'directives': nginx(given.nginx)}
elif given.systemd:
    content = {'sections': systemd(sys.stdin if given.systemd == '-' else open(given.systemd))}
else:
    content = {'schema': compose(given.compose)}
print(json.dumps({'version': given.version, **content}, separators=(',', ':'), ensure_ascii=False))
