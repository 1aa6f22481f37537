import { apiFailure } from '../failure.ts'
import { iso } from '../moment.ts'
import { defineResource } from '../resource/define.ts'
import { find } from '../resource/find.ts'
import { secretPath, versionOf } from '../secrets/version.ts'
import type { SecretVersion } from '../state.ts'
import { SECRET_API, SECRETS } from './secrets.ts'

/** `gcloud secrets versions`, without what adds, reads and destroys them. */
export const SECRET_VERSIONS = defineResource<SecretVersion>({
  group: 'secrets versions',
  kind: 'secret.version',
  noun: 'version',
  api: SECRET_API,
  path: 'projects/{number}/secrets/{within}/versions/{name}',
  within: { flag: '--secret', find: (invocation) => invocation.flag('--secret') ?? '' },
  kept: ({ project, within }) =>
    new Map(
      project.secrets
        .get(within)
        ?.versions.toReversed()
        .map((version) => [String(version.number), version]),
    ),
  key: ({ project, within, name }) => {
    const secret = project.secrets.get(within)
    return String((secret && versionOf(secret, name)?.number) ?? name)
  },
  effectName: ({ within, one }) => `${within}/${one.number}`,
  missing: ({ project, within, name }) => {
    const path = secretPath(project, within)
    if (!project.secrets.has(within)) return apiFailure('NOT_FOUND', `Secret [${path}] not found.`)
    if (name === 'latest') return apiFailure('NOT_FOUND', `Secret [${path}] not found or has no versions.`)
    return apiFailure('NOT_FOUND', `Secret Version [${path}/versions/${name}] not found.`)
  },
  json: (version, { project, within }) => ({
    createTime: iso(version.createdAt),
    etag: '"15c0a1b2c3d4e5"',
    name: `${secretPath(project, within)}/versions/${version.number}`,
    replicationStatus: { automatic: {} },
    state: version.state,
  }),
  policy: (_, { project, within }) => project.secrets.get(within)?.policy ?? [],
  describe: { permission: 'secretmanager.versions.get' },
  list: {
    scope: (invocation) => {
      const { project, name } = find(SECRETS, invocation, { permission: 'secretmanager.secrets.get' })
      return { project, within: name }
    },
    readName: (_, within) => within,
    layout:
      'table(name.basename():label=NAME,state:label=STATE,createTime.date():label=CREATED,destroyTime:label=DESTROYED)',
    columns: ({ state }) => ({ state: state.toLowerCase(), destroyTime: '-' }),
  },
})
