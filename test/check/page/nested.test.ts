import { expect, test } from 'vitest'
import type { Call } from '#check/page/call.ts'
import { factsOf } from '#check/page/facts.ts'
import { parsePage } from '#document/parse.ts'
import { loadAllTools } from '#tools/load.ts'
import { found, runbook, step } from '../page.ts'

const tools = await loadAllTools()

/** The calls of a step, `line:column name words`, with where they run. The step's first line is 1. */
function callsOf(text: string): string[] {
  const source = runbook([step(text)])
  const { page } = parsePage({ file: 'page.md', source })
  if (!page) throw new Error('no page')
  const first = runbook(['']).split('\n').length
  return factsOf(page, tools).calls.map((call) => `${placeOf(call, first)} ${spell(call)}`)
}

function placeOf({ block, nameWord }: Call, first: number): string {
  const { line, column } = block.pointAt(nameWord.start)
  return `${line - first}:${column}`
}

function spell({ name, words, where, prefixes }: Call): string {
  const before = prefixes.map((prefix) => `(${prefix.name})`)
  const machines = where.map(({ kind, name: at }) => ` @${kind}=${at ?? '?'}`)
  return [...before, name, ...words.map(({ text }) => text ?? '?')].join(' ') + machines.join('')
}

test.each<[string, string, string[]]>([
  ['prefixes', 'sudo -u app timeout -k 5 30 nohup docker ps', ['1:35 (sudo) (timeout) (nohup) docker ps']],
  ['assignments after a prefix', 'sudo A=1 env -i B=2 make all', ['1:21 (sudo) (env) make all']],
  ['a prefix that only asks', 'command -v docker', ['1:1 command -v docker']],
  ['a program by its path', '/usr/bin/docker ps', ['1:1 docker ps']],
  ['of the system, whether known or not', '/usr/sbin/frobnicate now', ['1:1 frobnicate now']],
  ['of a virtual environment', '.venv/bin/pip list', ['1:1 pip list']],
  ['below a variable', '"$HOME/venv/bin/uvicorn" app:app', ['1:1 uvicorn app:app']],
  ['below a variable of its own quotes', '"$HOME"/venv/bin/docker ps', ['1:1 docker ps']],
  ['of a package', 'node_modules/.bin/docker ps', ['1:1 docker ps']],
  ["the project's own, of that name", './bin/docker ps', ['1:1 ./bin/docker ps']],
  ["the project's own bin", 'bin/docker ps', ['1:1 bin/docker ps']],
  ['a script that only ends so', 'deploy/docker ps', ['1:1 deploy/docker ps']],
  ['a module that is a program', 'python3 -m pip list', ['1:1 python3 -m pip list', '1:12 pip list']],
  ['a module that is none', 'python3 -m venv venv', ['1:1 python3 -m venv venv']],
  [
    'a line over ssh',
    'ssh -p 22 app@prod "cd /srv && docker ps"',
    ['1:1 ssh -p 22 app@prod cd /srv && docker ps', '1:21 cd /srv @host=app@prod', '1:32 docker ps @host=app@prod'],
  ],
  [
    'words over ssh',
    'ssh prod docker rm "my app"',
    ['1:1 ssh prod docker rm my app', '1:10 docker rm my app @host=prod'],
  ],
  [
    'a variable of the page, and one of the other machine',
    `ssh "$GCP_PROJECT_ID" "docker rm $GCP_PROJECT_ID \\$OTHER" '$X'`,
    [
      `1:1 ssh \${GCP_PROJECT_ID} docker rm \${GCP_PROJECT_ID} $OTHER $X`,
      `1:24 docker rm \${GCP_PROJECT_ID} ? ? @host=\${GCP_PROJECT_ID}`,
    ],
  ],
  [
    'a substitution here, and one there',
    `ssh prod "docker rm $(docker ps -q)"; ssh prod 'docker rm $(docker ps -q)'`,
    [
      '1:1 ssh prod ?',
      '1:11 docker rm ? @host=prod',
      '1:23 docker ps -q',
      '1:39 ssh prod docker rm $(docker ps -q)',
      '1:49 docker rm ? @host=prod',
      '1:61 docker ps -q @host=prod',
    ],
  ],
  ['an unknown command', 'ssh prod "$CMD now"', ['1:1 ssh prod ${CMD} now', '1:11  now @host=prod']],
  [
    'escapes',
    String.raw`ssh prod "echo \"a b\"; docker ps"`,
    ['1:1 ssh prod echo "a b"; docker ps', '1:11 echo a b @host=prod', '1:25 docker ps @host=prod'],
  ],
  [
    'several lines',
    `ssh prod '\n  cd /srv\n  docker ps\n'`,
    ['1:1 ssh prod \n  cd /srv\n  docker ps\n', '2:3 cd /srv @host=prod', '3:3 docker ps @host=prod'],
  ],
  [
    'a line continued in quotes',
    'ssh prod "docker \\\n  ps"',
    ['1:1 ssh prod docker   ps', '1:11 docker ps @host=prod'],
  ],
  ['ANSI-C quotes', "bash -c $'a\\n\\tdocker ps'", ['1:1 bash -c a\n\tdocker ps', '1:11 a', '1:16 docker ps']],
  [
    'a here-document',
    "ssh prod bash -s <<'EOF'\ndocker ps\ndocker rm $X\nEOF",
    ['1:1 ssh prod bash -s', '1:10 bash -s @host=prod', '2:1 docker ps @host=prod', '3:1 docker rm ? @host=prod'],
  ],
  [
    'a here-document with expansions and tabs',
    'sudo bash <<-EOF\n\tdocker rm $GCP_PROJECT_ID \\$X\n\tEOF',
    ['1:6 (sudo) bash', `2:2 docker rm \${GCP_PROJECT_ID} \${X}`],
  ],
  ['a here-string', 'bash <<< "docker ps"', ['1:1 bash', '1:11 docker ps']],
  ['text for a program that is no shell', 'cat <<EOF\ndocker ps\nEOF', ['1:1 cat']],
  [
    'a container',
    `docker exec -it -e A=1 app sh -c 'cd /x && ls'`,
    [
      '1:1 docker exec -it -e A=1 app sh -c cd /x && ls',
      '1:28 sh -c cd /x && ls @container=app',
      '1:35 cd /x @container=app',
      '1:44 ls @container=app',
    ],
  ],
  ['a container without quotes', 'docker exec $APP ls', [`1:1 docker exec \${APP} ls`, `1:18 ls @container=\${APP}`]],
  [
    'compose',
    'docker compose -f x.yml exec -T db psql -U app',
    ['1:1 docker compose -f x.yml exec -T db psql -U app', '1:36 psql -U app @container=db'],
  ],
  [
    'docker run',
    'docker run --rm alpine:3.20 sh -c "ls /x"',
    [
      '1:1 docker run --rm alpine:3.20 sh -c ls /x',
      '1:29 sh -c ls /x @container=alpine:3.20',
      '1:36 ls /x @container=alpine:3.20',
    ],
  ],
  ['an image with an entry point of its own', 'docker run aws s3 ls', ['1:1 docker run aws s3 ls']],
  [
    'a container on another machine',
    `ssh prod "docker exec app sh -c 'ls \\"a b\\"'"`,
    [
      `1:1 ssh prod docker exec app sh -c 'ls "a b"'`,
      `1:11 docker exec app sh -c ls "a b" @host=prod`,
      '1:27 sh -c ls "a b" @host=prod @container=app',
      '1:34 ls a b @host=prod @container=app',
    ],
  ],
  [
    'xargs',
    'docker ps -q | xargs -r -n 1 docker rm -f',
    ['1:1 docker ps -q', '1:16 xargs -r -n 1 docker rm -f', '1:30 docker rm -f'],
  ],
  [
    'xargs with a mark',
    `ls | xargs -I{} sh -c 'docker rm {}'`,
    ['1:1 ls', `1:6 xargs -I{} sh -c docker rm {}`, '1:17 sh -c ?', '1:24 docker rm ?'],
  ],
  [
    'find',
    `find . -name '*.log' -exec rm -f {} + -exec ls {} \\;`,
    ['1:1 find . -name *.log -exec rm -f {} + -exec ls {} ;', '1:28 rm -f ?', '1:45 ls ?'],
  ],
  ['watch', `watch -n 5 'docker ps | wc -l'`, ['1:1 watch -n 5 docker ps | wc -l', '1:13 docker ps', '1:25 wc -l']],
  ['su', `su - app -c 'docker ps'`, ['1:1 su - app -c docker ps', '1:14 docker ps']],
  ['eval', `eval "docker ps"`, ['1:1 eval docker ps', '1:7 docker ps']],
])('%s', (_, text, expected) => {
  expect(callsOf(text)).toEqual(expected)
})

test.each<[string, string, string[]]>([
  ['a misspelt command on another machine', 'ssh prod "sudo docker imagess"', ['2:23 COMMAND_UNKNOWN']],
  [
    'a misspelt flag behind escapes',
    String.raw`ssh prod "echo \"\$X\"; docker ps --fromat x"`,
    ['2:35 COMMAND_FLAG_UNKNOWN'],
  ],
  ['what the other shell cannot read', `ssh prod 'if true; then docker ps'`, ['2:34 COMMAND_SYNTAX']],
  ['a misspelt flag of a prefix', 'timeout --kill-aftr=5 30 docker ps', ['2:9 COMMAND_FLAG_UNKNOWN']],
  ['prose over ssh', 'ssh prod "Reinicia el servicio"', ['2:11 COMMAND_PROSE']],
  ['a secret printed elsewhere', 'ssh prod "cat .env"', ['2:11 HAZARD_SECRET_PRINTED']],
])('reports %s', (_, text, expected) => {
  expect(found(step(text))).toEqual(expect.arrayContaining(expected))
})

test.each<[string, string]>([
  ['containers of another machine', 'ssh prod "docker restart app"'],
  ['a shell of its own', `ssh prod 'set -e; exit 1'`],
  ['programs of a container', 'docker run -d --name app example.com/app:v1\ndocker exec app manage migrate'],
  ['a secret that goes to a file', 'ssh prod "cat .env" > copy.txt'],
  [
    'ports of another machine',
    'docker run -d --name a -p 8080:80 example.com/a:v1\nssh prod "curl -f -m 10 localhost:9000"',
  ],
])('silent on %s', (_, text) => {
  expect(found(step(text))).toEqual([])
})
