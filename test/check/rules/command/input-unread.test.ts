import { expect, test } from 'vitest'
import { found, step } from '../../page.ts'

const codes = (line: string) =>
  found(step(line))
    .map((one) => one.split(' ')[1])
    .filter((code) => code === 'COMMAND_INPUT_UNREAD')

const KEY = 'printf \'Authorization: Bearer %s\' "$DB_PASSWORD" |'
const ASK = 'curl -fsS --max-time 10'
const AT = 'https://api.example.com/me'

test.each([
  `${KEY} ${ASK} ${AT}`,
  `${KEY}\n  ${ASK} --json @request.json ${AT} |\n  jq .`,
  `${KEY} \\\n  ${ASK} --header 'Accept: text/plain' ${AT}`,
  `found=$(${KEY} ${ASK} ${AT})`,
  `${KEY} ${ASK} --json "$(jq -c . request.json)" ${AT}`,
])('found: %s', (line) => expect(codes(line)).toEqual(['COMMAND_INPUT_UNREAD']))

test.each([
  `${KEY} ${ASK} --header @- ${AT}`,
  `${KEY} ${ASK} -H @- ${AT}`,
  `${KEY} ${ASK} -H @- --json "$(jq -c . request.json)" ${AT}`,
  `jq -n '{}' | ${ASK} --json @- ${AT}`,
  `jq -n '{}' | ${ASK} -d @/dev/stdin ${AT}`,
  `printf 'url = "${AT}"' | curl -fsS --max-time 10 --config -`,
  `tar -cz . | ${ASK} --upload-file - ${AT}`,
  `${ASK} ${AT} | jq .`,
  `printf '%s\\n' a b | xargs -I{} ${ASK} ${AT}/{}`,
  `printf '%s\\n' a b | while read -r name; do ${ASK} "${AT}/$name"; done`,
  `echo a || ${ASK} ${AT}`,
])('not found: %s', (line) => expect(codes(line)).toEqual([]))
