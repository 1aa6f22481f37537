import { expect, test } from 'vitest'
import { CATALOGUE } from '#catalogue/catalogue.ts'

/** What the faults of the seeds ask of a verifier, and the codes that answer. The guides' tests execute an example of each. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'R01 unresolved placeholder': ['COMMAND_PLACEHOLDER', 'COMMAND_SAMPLE', 'PARAMETER_UNDECLARED'],
  'R02 prose in a bash fence': ['COMMAND_PROSE', 'COMMAND_SYNTAX', 'FENCE_LANGUAGE_ENV'],
  'R03 alternatives in one block': ['COMMAND_MENU'],
  'R04 never returns': ['HAZARD_NEVER_RETURNS', 'HAZARD_LOOP_ENDLESS', 'STEP_TIMED_OUT'],
  'R05 interactive': ['HAZARD_INTERACTIVE'],
  'R06 destructive without a guard': ['HAZARD_BROAD_DELETE', 'HAZARD_EFFECT_UNDECLARED', 'STEP_UNDO_UNSTATED'],
  'R07 ports agree': ['NAME_PORT_DIFFERS', 'NAME_PORT_TAKEN'],
  'R08 names agree': [
    'NAME_UNKNOWN',
    'NAME_USED_BEFORE',
    'NAME_IMAGE_NOT_PUSHED',
    'NAME_TAKEN',
    'NAME_COMPOSE_SERVICE',
  ],
  'R09 files and targets exist': ['FILE_UNKNOWN', 'NAME_DISPROVED'],
  'R10 compose v1 and its files': ['COMMAND_COMPOSE_ONE', 'NAME_ENV_FILE_UNREAD'],
  'R11 the image has the tool': ['NAME_TOOL_MISSING'],
  'R12 exit status lost': [
    'HAZARD_STATUS_LOST',
    'HAZARD_CURL_IGNORES_ERRORS',
    'COMMAND_PATTERN',
    'HAZARD_STILL_RUNNING',
  ],
  'R13 health grep': ['HAZARD_HEALTH_MATCH', 'HAZARD_LOGIN_CHECK'],
  'R14 secrets shown': [
    'HAZARD_SECRET_PRINTED',
    'HAZARD_SECRET_LITERAL',
    'HAZARD_SECRET_COPIED',
    'HAZARD_SECRET_ARGUMENT',
  ],
  'R15 real identities': ['DOCUMENT_IDENTITY'],
  'R16 public exposure': ['HAZARD_PUBLIC_ACCESS', 'HAZARD_ACCESS_UNSTATED'],
  'R17 bypass': ['HAZARD_BYPASS'],
  'R18 flags exist': ['COMMAND_FLAG_UNKNOWN', 'COMMAND_UNKNOWN'],
  'R19 dotenv semantics': ['FILE_ENV_VALUE', 'HAZARD_ENV_SOURCED'],
  'R20 a rollback changes what runs': ['NAME_IMAGE_UNUSED'],
  'R21 unpinned': ['HAZARD_UNPINNED_IMAGE'],
  'R22 structure': [
    'DOCUMENT_INDENTED_CODE',
    'DOCUMENT_HEADING_DUPLICATE',
    'DOCUMENT_ANCHOR_BROKEN',
    'DOCUMENT_COMMAND_UNFENCED',
  ],
  'R23 arithmetic of incidents': ['INCIDENT_CLAIM_DIFFERS'],
  'R24 expected and not asserted': ['COMMAND_RESULT_IN_COMMENT', 'STEP_OUTPUT_DIFFERS'],
}

const withExample = new Set(CATALOGUE.flatMap((one) => ('wrong' in one ? [one.code] : [])))

test.each(Object.entries(ANSWERS))('%s', (_, codes) => {
  expect(codes.filter((code) => !withExample.has(code))).toEqual([])
})

test('every rule is answered', () => {
  const rules = Object.keys(ANSWERS).map((name) => name.slice(0, 3))
  expect(rules).toEqual(Array.from({ length: 24 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`))
})
