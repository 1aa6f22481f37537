import { describe, expect, test } from 'vitest'
import { type Cloud, cloud } from './cloud.ts'

// What gcloud 528 says (lib/surface/sql of its SDK), and the Cloud SQL Admin API behind it.
const at = { env: { CLOUDSDK_CORE_PROJECT: 'my-project' } }

const AUTHENTICATED =
  'This command is authenticated as operator@example.com which is the active account specified by the [core/account] property.'

const sql = (it: Cloud, line: string, stdin = '') => it.sh(`gcloud sql ${line}`, { ...at, stdin })

/** A cloud with one finished backup, and what the instance and the project call it. */
const backedUp = async (it = cloud()) => {
  await sql(it, 'backups create --instance=carblau-sql --description=before-2')
  const id = (await sql(it, 'backups list --instance=carblau-sql --format=value(id)')).trim()
  const name = (await sql(it, 'backups list --format=value(name)')).trim()
  it.done()
  return { it, id, name }
}

const demote = (it: Cloud, role: string): void => {
  it.world.cloud.projects.get('my-project')!.policy = [{ role, members: ['user:operator@example.com'] }]
}

describe('a backup', () => {
  test('is waited for and then complete', async () => {
    const it = cloud()
    expect(await sql(it, 'backups create --instance=carblau-sql --description=before-2')).toBe(
      'Backing up Cloud SQL instance...done.\n[https://sqladmin.googleapis.com/sql/v1beta4/projects/my-project/instances/carblau-sql] backed up.\n',
    )
    expect(it.done()).toEqual(['create sql.backup carblau-sql/1768471200000'])
    expect(await sql(it, 'backups list --instance=carblau-sql')).toBe(
      'ID             WINDOW_START_TIME              ERROR  STATUS      INSTANCE\n1768471200000  2026-01-15T10:00:00.000+00:00  -      SUCCESSFUL  carblau-sql\n',
    )
    expect(await sql(it, 'backups list --format=value(state,type,instance,description)')).toBe(
      'SUCCESSFUL\tON_DEMAND\tcarblau-sql\tbefore-2\n',
    )
  })

  test('runs while nobody waits, and nothing else is done to the instance meanwhile', async () => {
    const it = cloud()
    const operation = (await sql(it, 'backups create --instance=carblau-sql --async --format=value(name)')).trim()
    const status = 'backups list --instance=carblau-sql --format=value(status)'
    expect(await sql(it, status)).toBe('RUNNING\n')
    const busy = 'HTTPError 409: Operation failed because another operation was already in progress.\n[1]'
    expect(await sql(it, 'backups create --instance=carblau-sql')).toBe(`ERROR: (gcloud.sql.backups.create) ${busy}`)
    expect(await sql(it, 'instances delete carblau-sql')).toBe(`ERROR: (gcloud.sql.instances.delete) ${busy}`)
    expect(await sql(it, 'backups restore 1768471200000 --restore-instance=carblau-sql')).toContain(
      'HTTPError 400: The backup run status is not valid for the given request.',
    )
    expect(await sql(it, `operations list --instance=carblau-sql`)).toMatch(
      /^NAME +TYPE +START +END +ERROR +STATUS\n\S+ +BACKUP_VOLUME +\S+ +T +- +RUNNING\n$/,
    )
    expect(await sql(it, `operations wait ${operation}`)).toMatch(
      /^NAME[^\n]*\n\S+ +BACKUP_VOLUME +\S+ +2026-01-15T10:00:02\.000\+00:00 +- +DONE\nWaiting for \[https:\/\/sqladmin\S+\]\.\.\.done\.\n$/,
    )
    expect(await sql(it, status)).toBe('SUCCESSFUL\n')
  })

  test('that takes longer than somebody waits goes on', async () => {
    const it = cloud()
    const operation = (await sql(it, 'backups create --instance=carblau-sql --async --format=value(name)')).trim()
    expect(await sql(it, `operations wait ${operation} --timeout=1`)).toBe(
      `ERROR: (gcloud.sql.operations.wait) Operation https://sqladmin.googleapis.com/sql/v1beta4/projects/my-project/operations/${operation} is taking longer than expected. You can continue waiting for the operation by running \`gcloud beta sql operations wait --project my-project ${operation}\`\n[1]`,
    )
    expect(await sql(it, `operations wait ${operation} --timeout=1 --format=value(status)`)).toContain('DONE')
  })

  test('is deleted for good, unless somebody says no', async () => {
    const { it, id } = await backedUp()
    expect(await sql(it, `backups delete ${id} --instance=carblau-sql`, 'n\n')).toBe(
      'ERROR: (gcloud.sql.backups.delete) Aborted by user.\n[1]',
    )
    expect(await sql(it, `backups delete ${id} --instance=carblau-sql`)).toBe(
      `Deleting backup run...done.\nDeleted backup run [${id}].\n`,
    )
    expect(it.done()).toContain(`delete sql.backup carblau-sql/${id}`)
    expect(await sql(it, 'backups list --format=value(name)')).toBe('')
  })
})

describe('a restore in place', () => {
  test('puts the databases and users of the backup in the place of what is there', async () => {
    const { it, id } = await backedUp()
    await sql(it, 'databases create later --instance=carblau-sql')
    await sql(it, 'users create later --instance=carblau-sql --password=pw')
    it.done()
    expect(await sql(it, `backups restore ${id} --restore-instance=carblau-sql`, 'n\n')).toBe('')
    expect(await sql(it, 'databases list --instance=carblau-sql --format=value(name)')).toBe('carblau\nlater\n')
    it.done()
    expect(await sql(it, `backups restore ${id} --restore-instance=carblau-sql`)).toBe(
      'Restoring Cloud SQL instance...done.\nRestored [https://sqladmin.googleapis.com/sql/v1beta4/projects/my-project/instances/carblau-sql].\n',
    )
    expect(it.done()).toEqual(['delete sql.data carblau-sql'])
    expect(await sql(it, 'databases list --instance=carblau-sql --format=value(name)')).toBe('carblau\n')
    expect(await sql(it, 'users list --instance=carblau-sql --format=value(name)')).toBe('postgres\n')
  })

  test('can be done again, whatever was changed since', async () => {
    const { it, id } = await backedUp()
    const restore = `backups restore ${id} --restore-instance=carblau-sql`
    await sql(it, restore)
    await sql(it, 'databases delete carblau --instance=carblau-sql')
    await sql(it, restore)
    expect(await sql(it, 'databases list --instance=carblau-sql --format=value(name)')).toBe('carblau\n')
  })

  test('answers nobody while it lasts, and keeps as many daily backups as the default is', async () => {
    const { it, id } = await backedUp()
    const instance = it.world.cloud.projects.get('my-project')!.sql.get('carblau-sql')!
    instance.settings.retainedBackups = 14
    const start = `backups restore ${id} --restore-instance=carblau-sql --async --format=value(name)`
    const operation = (await sql(it, start)).trim()
    expect(await sql(it, 'databases list --instance=carblau-sql')).toBe(
      'ERROR: (gcloud.sql.databases.list) HTTPError 400: Invalid request: Invalid request since instance is not running.\n[1]',
    )
    const kept =
      'instances describe carblau-sql --format=value(settings.backupConfiguration.backupRetentionSettings.retainedBackups)'
    expect(await sql(it, kept)).toBe('14\n')
    await sql(it, `operations wait ${operation}`)
    expect(await sql(it, kept)).toBe('7\n')
  })

  test.each([
    ['999', '--restore-instance=carblau-sql', 'HTTPError 404: The backup run does not exist.'],
    ['ID', '--restore-instance=nothing', 'HTTPError 404: The Cloud SQL instance does not exist.'],
    [
      'ID',
      '--restore-instance=carblau-sql --backup-instance=nothing',
      'HTTPError 404: The Cloud SQL instance does not exist.',
    ],
    [
      'ID',
      '--restore-instance=copy --no-deletion-protection',
      "Overrides are only supported for backup name based restore to new instance. Unsupported flags: ['deletion_protection']",
    ],
    [
      'ID',
      '--restore-instance=my-project:europe-west1:carblau-sql',
      "Instance names cannot contain the ':' character.",
    ],
    ['NAME', '--restore-instance=copy --backup-instance=carblau-sql', ' --backup-instance is not supported when'],
    ['projects/my-project/backups/nothing', '--restore-instance=copy', 'HTTPError 404: The backup run does not exist.'],
  ])('of %s with %s is refused', async (which, flags, says) => {
    const { it, id, name } = await backedUp()
    const text = await sql(it, `backups restore ${which.replace(/^ID$/, id).replace(/^NAME$/, name)} ${flags}`)
    expect(text).toContain(`ERROR: (gcloud.sql.backups.restore) ${says}`)
    expect(text).toMatch(/\[1\]$/)
    expect(it.done()).toEqual([])
  })

  test('of a backup of another version of PostgreSQL is refused', async () => {
    const { it, id } = await backedUp()
    it.world.cloud.projects.get('my-project')!.sql.get('carblau-sql')!.version = 'POSTGRES_17'
    expect(await sql(it, `backups restore ${id} --restore-instance=carblau-sql`)).toBe(
      'ERROR: (gcloud.sql.backups.restore) HTTPError 400: This operation isn"t valid for this instance.\n[1]',
    )
  })
})

describe('a restore to a new instance', () => {
  test('makes it with the settings of the backup, and it is not there before it is done', async () => {
    const { it, name } = await backedUp()
    const start = `backups restore ${name} --restore-instance=copy --async --format=value(name)`
    const operation = (await sql(it, start)).trim()
    expect(it.done()).toEqual(['create sql.instance copy'])
    expect(await sql(it, 'instances describe copy --format=value(state)')).toBe('PENDING_CREATE\n')
    expect(await sql(it, 'databases list --instance=copy')).toContain('since instance is not running.')
    await sql(it, `operations wait ${operation}`)
    expect(await sql(it, 'instances describe copy --format=value(state,region,databaseVersion)')).toBe(
      'RUNNABLE\teurope-west1\tPOSTGRES_16\n',
    )
    expect(await sql(it, 'databases list --instance=copy --format=value(name)')).toBe('carblau\n')
    expect(await sql(it, 'backups list --instance=copy')).toBe('')
    expect(await sql(it, 'instances delete copy')).toContain('Deleted [')
  })

  test('protects it from deletion as the backup was, unless it is told not to', async () => {
    const it = cloud()
    it.world.cloud.projects.get('my-project')!.sql.get('carblau-sql')!.settings.deletionProtected = true
    const { name } = await backedUp(it)
    await sql(it, `backups restore ${name} --restore-instance=one`)
    await sql(it, `backups restore ${name} --restore-instance=two --no-deletion-protection --availability-type=zonal`)
    expect(await sql(it, 'instances delete one')).toContain('HTTPError 400: The instance is protected.')
    expect(await sql(it, 'instances delete two')).toContain('Deleted [')
  })
})

describe('who may', () => {
  test.each([
    ['roles/viewer', 'backups list --instance=carblau-sql', true],
    ['roles/viewer', 'backups create --instance=carblau-sql', false],
    ['roles/cloudsql.editor', 'backups create --instance=carblau-sql', true],
    ['roles/cloudsql.editor', 'backups delete ID --instance=carblau-sql', false],
    ['roles/cloudsql.editor', 'backups restore ID --restore-instance=carblau-sql', false],
    ['roles/cloudsql.editor', 'backups restore NAME --restore-instance=copy', false],
    ['roles/cloudsql.admin', 'backups restore ID --restore-instance=carblau-sql', true],
    ['roles/cloudsql.admin', 'backups restore NAME --restore-instance=copy', true],
    ['roles/cloudsql.admin', 'backups delete ID --instance=carblau-sql', true],
    ['roles/billing.viewer', 'backups list', false],
  ])('%s: %s', async (role, line, isAllowed) => {
    const { it, id, name } = await backedUp()
    demote(it, role)
    const text = await sql(it, line.replace('ID', id).replace('NAME', name))
    const command = `gcloud.sql.${line.split(' ').slice(0, 2).join('.')}`
    const refusal = `ERROR: (${command}) HTTPError 403: The client is not authorized to make this request. ${AUTHENTICATED}\n[1]`
    if (isAllowed) expect(text).not.toMatch(/\[\d+\]$/)
    else expect(text).toBe(refusal)
  })

  test('nobody, where the API is not enabled', async () => {
    const it = cloud({ apis: [] })
    for (const line of ['backups list', 'backups create --instance=carblau-sql', 'operations wait one'])
      expect(await sql(it, line)).toContain('API [sqladmin.googleapis.com] not enabled on project [my-project].')
  })
})
