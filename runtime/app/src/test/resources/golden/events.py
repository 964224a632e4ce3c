#!/usr/bin/env python3
"""Makes events.hex: a TensorBoard event file written without any library (Python 3.11).

The CRC is computed bit by bit from the Castagnoli polynomial; check value of "123456789": e3069283.
"""
import struct


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def record(data):
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked(length)) + data + struct.pack("<I", masked(data))


def block(field, data):
    assert len(data) < 128
    return bytes([field << 3 | 2, len(data)]) + data


def value(tag, number):
    return block(1, block(1, tag.encode()) + bytes([2 << 3 | 5]) + struct.pack("<f", number))


assert crc32c(b"123456789") == 0xE3069283
wall = bytes([1 << 3 | 1]) + struct.pack("<d", 1767225600.5)
version = wall + block(3, b"brain.Event:2")
step_300 = bytes([2 << 3 | 0, 0xAC, 0x02])
scalar = wall + step_300 + block(5, value("training/success_rate", 0.25))
print((record(version) + record(scalar)).hex())
