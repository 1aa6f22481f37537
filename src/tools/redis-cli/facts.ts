import type { EffectVerb } from '#schema/effect.ts'
import { hosts } from '../facts/destination.ts'
import type { ToolFacts } from '../facts/model.ts'
import type { ReturnsEarly, Shows, Waits } from '../facts/terminal.ts'
import { type CommandLine, flagValues, hasFlag, positionals } from '../match/line.ts'

/** Commands of the server by what they do (redis.io/commands). Those not here may do anything. */
const COMMANDS: readonly (readonly [EffectVerb, RegExp])[] = [
  [
    'read',
    /^(ping|echo|info|time|dbsize|get|mget|strlen|exists|type|ttl|pttl|keys|scan|randomkey|hget|hmget|hgetall|hkeys|hlen|llen|lrange|lindex|smembers|scard|sismember|zrange|zscore|zcard|xlen|xrange|xinfo|lastsave|memory|role|latency|slowlog)$/i,
  ],
  ['create', /^(save|bgsave|bgrewriteaof)$/i],
  [
    'update',
    /^(set|setex|psetex|setnx|mset|append|incr|incrby|decr|decrby|expire|persist|rename|hset|hmset|hincrby|lpush|rpush|sadd|zadd|xadd|publish|replicaof|slaveof|failover)$/i,
  ],
  ['delete', /^(del|unlink|flushall|flushdb|hdel|srem|zrem|lrem|ltrim|lpop|rpop|spop|getdel|xdel|xtrim|shutdown)$/i],
]

export const facts: ToolFacts = {
  every: {
    effect: (line) => COMMANDS.find(([, names]) => names.test(commandOf(line)))?.[0],
    returnsEarly,
    destinations: (line) => hosts(flagValues(line, '-h', '-u')),
    waits,
    shows: (line): Shows | undefined =>
      /^config get (\*|requirepass)$/i.test(said(line)) ? { kind: 'secret' } : undefined,
    sweep: (line) => (/^flush(all|db)$/i.test(commandOf(line)) ? { shown: `redis-cli ${commandOf(line)}` } : undefined),
  },
}

/** The words the server is sent. */
const said = (line: CommandLine): string =>
  positionals(line)
    .map(({ text }) => text ?? '')
    .join(' ')

const commandOf = (line: CommandLine): string => said(line).split(' ')[0] ?? ''

/** A save in the background goes on when the command has ended. */
function returnsEarly({ words }: CommandLine): ReturnsEarly | undefined {
  const save = words.find(({ text }) => /^bg(save|rewriteaof)$/i.test(text ?? ''))
  return save && { shown: `redis-cli ${save.text}`, waitedBy: /^(lastsave|rdb_bgsave_in_progress|persistence)$/i }
}

/** It listens for as long as it runs. */
function waits(line: CommandLine): Waits | undefined {
  if (/^(monitor|subscribe|psubscribe|ssubscribe)$/i.test(commandOf(line))) return 'until stopped'
  return hasFlag(line, '--stat', '--latency-history', '--latency-dist') ? 'until stopped' : undefined
}
