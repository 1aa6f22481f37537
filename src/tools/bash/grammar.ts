import type { Grammar } from '../match/model.ts'
import { grammarOf } from '../match/table.ts'

/** A shell that reads the options of sh, and some of its own. */
export const shellGrammar = (tool: string, version: string, more = ''): Grammar =>
  grammarOf({
    tool,
    version,
    source: `${tool}(1)`,
    flags: `-a -b -c -e -f -h -i -k -l -m -n -o=OPTION -p -r -s -t -u -v -x -B -C -D -E -H -I -P -T -O=OPTION -q ${more}`,
    operands: '[COMMAND...]',
    passthrough: true,
  })

const LONG = `--debugger --dump-po-strings --dump-strings !--help --init-file=FILE --login --noediting --noprofile
  --norc --posix --pretty-print --rcfile=FILE --restricted --verbose !--version`

export const grammar = shellGrammar('bash', '5.2', LONG)
