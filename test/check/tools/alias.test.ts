import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '#catalogue/catalogue.ts'
import { findingsIn } from '../../finding/example.ts'
import { aliases } from '../../tools/aliases.ts'
import { knownTool } from '../../tools/facts.ts'

const FENCE = '```'

/** Wrong lines of each kind of rule that asks about a command with several names; one block each. */
const LINES = [
  'docker run -it --name web nginx:latest sh',
  'docker run --env-file missing.env nginx',
  'docker run -d --name web -p 8080:80 app:1\ndocker run -d --name web app:1',
  'docker create --name job app:latest\ndocker create --name job app:1.0.0',
  'docker build --platform linux/amd64,linux/arm64 --load -t app:1.0.0 .',
  'docker build -f missing.Dockerfile -t app .',
  'docker push app:latest',
  'docker pull python:latest',
  'docker tag app:1.0.0 app',
  'docker exec -t web sh',
  'docker stop other',
  'docker rm other',
  'docker rm $(docker ps -aq)',
  'docker rmi $(docker images -q)',
  'docker rmi rmi app',
  'docker volume rm $(docker volume ls -q)',
  'docker network rm app',
  'docker container prune',
  'docker image prune --all',
  'docker buildx prune --all',
  'docker logs -f web',
  'docker stats',
  'docker events',
  'docker ps --filter stats=running',
  'docker images --filter danglin=true',
  'docker info | grep Username',
  "docker inspect '{{.Id}}' web",
  'docker history other:1.0.0',
  'docker save other:1.0.0',
  'docker load --input app.tar',
  'docker compose config --wrong',
  'git add --no-verify .',
  'git remote remove origin --no-verify',
  'git init --no-verify',
  'systemctl stop --wrong app',
  'systemctl try-restart --wrong app',
  'apt full-upgrade',
  'apt autoremove',
  'apt-get full-upgrade',
  'apt-get autoremove',
]

const block = (text: string, index: number) => `${FENCE}bash step=s${index} effect=read\n${text}\n${FENCE}\n`
const examples = CATALOGUE.flatMap((one) =>
  'wrong' in one && (one.of === undefined || one.of === 'plain')
    ? [{ text: `${one.wrong.join('\n')}\n`, of: one.of ?? 'blocks' } as const]
    : [],
)
const pages = [...examples, ...LINES.map((line, index) => ({ text: block(line, index), of: 'blocks' }) as const)]

interface Shown {
  text: string
  of: 'blocks' | 'plain'
}

/** Codes and lines of all that is found, each once. */
const found = ({ text, of }: Shown) => [
  ...new Set(findingsIn(text, of).map(({ code, place }) => `${place.start.line} ${code}`)),
]

describe.each(['docker', 'git', 'systemctl', 'apt', 'apt-get'])('%s', (tool) => {
  const names = aliases(knownTool(tool).grammar)

  test.each(names)('%s is %s in every rule', (alias, shortest) => {
    const command = new RegExp(`(?<=^|[\\s(|;&"'])${tool} ${shortest}(?= |$|")`, 'gm')
    for (const page of pages.filter(({ text }) => command.test(text)))
      expect(found({ ...page, text: page.text.replaceAll(command, `${tool} ${alias}`) }), page.text).toEqual(
        found(page),
      )
  })
})

test('what the lines are wrong for', () => {
  const codes = new Set(
    LINES.flatMap((line, index) => findingsIn(block(line, index), 'blocks').map(({ code }) => code)),
  )
  expect([...codes].toSorted()).toMatchInlineSnapshot(`
    [
      "COMMAND_FLAG_UNKNOWN",
      "COMMAND_LOAD_PLATFORMS",
      "COMMAND_OPERAND",
      "FILE_UNKNOWN",
      "HAZARD_BROAD_DELETE",
      "HAZARD_BYPASS",
      "HAZARD_EFFECT_UNDECLARED",
      "HAZARD_INTERACTIVE",
      "HAZARD_LOGIN_CHECK",
      "HAZARD_NEVER_RETURNS",
      "HAZARD_UNPINNED_IMAGE",
      "LOCALE_TWIN_MISSING",
      "NAME_TAKEN",
      "NAME_UNKNOWN",
    ]
  `)
})
