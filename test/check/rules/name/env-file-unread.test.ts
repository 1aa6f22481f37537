import { expect, test } from 'vitest'
import { fence, found, step } from '../../page.ts'

const COMPOSE = fence('yaml file=compose.yaml', 'services:\n  backend:\n    image: example.com/app:1.0.0')

const codes = (text: string) => found(COMPOSE, step(text)).map((line) => line.split(' ')[1])

test.each<[string, string, string[]]>([
  ['another one', 'echo A=1 >>envs/.env.prod\ndocker compose up -d', ['NAME_ENV_FILE_UNREAD']],
  [
    'another one of the same directory',
    'echo A=1 >>app/prod.env\ndocker compose --env-file app/test.env up -d',
    ['NAME_ENV_FILE_UNREAD'],
  ],
  ['that one', 'echo A=1 >>envs/.env.prod\ndocker compose --env-file envs/.env.prod up -d', []],
  ['that one, from its directory', 'echo A=1 >>app/prod.env\ncd app && docker compose --env-file prod.env up -d', []],
  [
    'that one, from further out',
    'cd app && echo A=1 >>prod.env\ncd .. && docker compose --env-file app/prod.env up -d',
    [],
  ],
])('a file of variables changed, and compose reads %s', (_, text, expected) => {
  expect(codes(text).filter((code) => code === 'NAME_ENV_FILE_UNREAD')).toEqual(expected)
})
