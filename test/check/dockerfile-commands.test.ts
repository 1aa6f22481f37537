import { describe, expect, test } from 'vitest'
import { fence, found } from './page.ts'

describe('commands of a Dockerfile', () => {
  const file = (...lines: string[]) => fence('dockerfile file=Dockerfile', lines.join('\n'))

  test.each([
    ['FROM python:3.12-slim\nRUN /opt/venv/bin/pip isntall uvicorn', '3:23 COMMAND_UNKNOWN'],
    [
      'FROM python:3.12-slim\nRUN mkdir -p /srv && \\\n  pip install --no-cahce-dir uvicorn',
      '4:15 COMMAND_FLAG_UNKNOWN',
    ],
    ['FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--hosst", "0.0.0.0"]', '3:29 COMMAND_FLAG_UNKNOWN'],
  ])('%s', (text, finding) => {
    expect(found(file(text))).toContain(finding)
  })

  test.each([
    'FROM python:3.12-slim\nRUN --mount=type=cache,target=/root pip install --no-cache-dir uvicorn',
    'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    'FROM python:3.12-alpine\nRUN tar --unknown-to-gnu x',
    'FROM python:3.12-slim\nRUN something --else && [ -f x ]',
  ])('%s is right', (text) => {
    expect(found(file(text)).filter((one) => one.includes('COMMAND_'))).toEqual([])
  })
})
