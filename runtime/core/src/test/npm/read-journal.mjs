// Reads a journal with MCAP's reference reader, all checksums on, and decodes every message by the
// schema that the file itself carries. Prints one JSON object: records and last record per topic.
//
//   node read-journal.mjs FILE stream     from front to back, closed or not
//   node read-journal.mjs FILE indexed    through the summary of a closed file
import { readFileSync } from "node:fs";
import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import { loadDecompressHandlers } from "@mcap/support";
import { parse } from "@foxglove/rosmsg";
import { MessageReader } from "@foxglove/rosmsg2-serialization";

const [path, mode] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
const decompressHandlers = await loadDecompressHandlers();
const result = { closed: false, counts: {}, last: {} };
const decoders = new Map();

function decoderOf(schema) {
  if (schema.encoding !== "ros2msg") {
    throw new Error(`${schema.name}: expected ros2msg, found ${schema.encoding}`);
  }
  return new MessageReader(parse(new TextDecoder().decode(schema.data), { ros2: true }));
}

function take(channel, schema, message) {
  if (channel.messageEncoding !== "cdr") {
    throw new Error(`${channel.topic}: expected cdr, found ${channel.messageEncoding}`);
  }
  if (!decoders.has(schema.id)) {
    decoders.set(schema.id, decoderOf(schema));
  }
  const decoded = decoders.get(schema.id).readMessage(message.data);
  result.counts[channel.topic] = (result.counts[channel.topic] ?? 0) + 1;
  result.last[channel.topic] = { schema: schema.name, logTime: message.logTime, ...decoded };
}

function readStream() {
  const reader = new McapStreamReader({ decompressHandlers, validateCrcs: true });
  reader.append(bytes);
  const schemas = new Map();
  const channels = new Map();
  for (let record = reader.nextRecord(); record; record = reader.nextRecord()) {
    if (record.type === "Schema") {
      schemas.set(record.id, record);
    } else if (record.type === "Channel") {
      channels.set(record.id, record);
    } else if (record.type === "Message") {
      const channel = channels.get(record.channelId);
      take(channel, schemas.get(channel.schemaId), record);
    }
  }
  result.closed = reader.done();
}

async function readIndexed() {
  const readable = {
    size: async () => BigInt(bytes.length),
    read: async (offset, size) => bytes.subarray(Number(offset), Number(offset + size)),
  };
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  for await (const message of reader.readMessages({ validateCrcs: true })) {
    const channel = reader.channelsById.get(message.channelId);
    take(channel, reader.schemasById.get(channel.schemaId), message);
  }
  result.closed = true;
  result.statistics = reader.statistics;
}

await (mode === "indexed" ? readIndexed() : readStream());

function plain(key, value) {
  if (typeof value === "bigint") {
    return value.toString();
  }
  if (value instanceof Map) {
    return Object.fromEntries(value);
  }
  return ArrayBuffer.isView(value) ? Array.from(value) : value;
}

console.log(JSON.stringify(result, plain));
