import { ask, type Call, commandOf, isHere, type placeOfCall, placeOfWord } from '#check/page/call.ts'
import { mentionsOf } from '#check/page/resource.ts'
import { pageRule } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'

export const nameAccessMissing = defineFinding({
  code: 'NAME_ACCESS_MISSING',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» necesita acceso a {targetEs}, y ningún paso anterior se lo da.',
    hint: 'Añade antes el paso que da ese acceso.',
    why: 'Una cuenta nueva no lee ningún secreto hasta que un paso se lo permite: el despliegue falla, y el mensaje llega minutos después.',
  },
  en: {
    message: '`{command}` needs access to {targetEn}, and no step before gives it.',
    hint: 'Add the step that gives that access before this one.',
    why: 'A new account reads no secret until a step lets it: the deployment fails, and the message comes minutes later.',
  },
  wrong: [
    '```bash step=create-account effect=create',
    'gcloud iam service-accounts create app-run',
    'printf %s "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-',
    'gcloud projects add-iam-policy-binding "$GCP_PROJECT_ID" --role=roles/cloudsql.client \\',
    '  --member="serviceAccount:app-run@$GCP_PROJECT_ID.iam.gserviceaccount.com"',
    '```',
    '',
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated \\',
    '  --service-account="app-run@$GCP_PROJECT_ID.iam.gserviceaccount.com" \\',
    '  --set-secrets=DB_PASSWORD=db-password:1',
    '```',
  ],
  right: [
    '```bash step=create-account effect=create',
    'gcloud iam service-accounts create app-run',
    'printf %s "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-',
    'gcloud projects add-iam-policy-binding "$GCP_PROJECT_ID" --role=roles/cloudsql.client \\',
    '  --member="serviceAccount:app-run@$GCP_PROJECT_ID.iam.gserviceaccount.com"',
    '```',
    '',
    '```bash step=grant-secret',
    'gcloud secrets add-iam-policy-binding db-password --role=roles/secretmanager.secretAccessor \\',
    '  --member="serviceAccount:app-run@$GCP_PROJECT_ID.iam.gserviceaccount.com"',
    '```',
    '',
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated \\',
    '  --service-account="app-run@$GCP_PROJECT_ID.iam.gserviceaccount.com" \\',
    '  --set-secrets=DB_PASSWORD=db-password:1',
    '```',
  ],
})

/**
 * Secrets of a service that runs as an account the page makes, and that no step before lets that
 * account read. Speaks where the page gives the account any access, so that it is the page's to give.
 */
export const access = pageRule([nameAccessMissing], ({ page, calls }) => {
  if (isPlain(page)) return []
  const steps = calls.filter((call) => call.block.kind === 'step' && isHere(call))
  return steps.flatMap((call, at) => {
    return secrets(call, steps.slice(0, at))
  })
})

function secrets(call: Call, before: readonly Call[]): Finding[] {
  if (!ask(call, 'deployment')?.isService) return []
  const account = mentionsOf(call).find(({ kind }) => kind === 'service-account')?.name
  if (account === undefined || !before.some((other) => makesAccount(other, account))) return []
  if (!before.some((other) => ask(other, 'grant')?.member?.text?.includes(`:${account}@`))) return []
  const mounted = mentionsOf(call).filter(({ kind, role }) => kind === 'secret' && role === 'uses')
  return mounted
    .filter(({ name }) => !before.some((other) => grants(other, account, name)))
    .map(({ name, word }) =>
      missing(call, placeOfWord(call, word.word), { es: `el secreto ${name}`, en: `the secret ${name}` }),
    )
}

/** Whether a call makes an account of a name. */
export const makesAccount = (call: Call, account: string): boolean =>
  (ask(call, 'names') ?? []).some(
    ({ kind, role, word }) => kind === 'service-account' && role === 'makes' && word.text === account,
  )

/** A binding for the account, on the secret or on the project, whatever the role: roles that read secrets are many. */
function grants(call: Call, account: string, secret: string): boolean {
  const { adds, on, target, member, role } = ask(call, 'grant') ?? {}
  if (!adds || (on !== 'secrets' && on !== 'projects')) return false
  if (member?.text === undefined || role?.text === undefined || target?.text === undefined) return true
  const mine = member.text.startsWith(`serviceAccount:${account}@`) || member.text.startsWith('all')
  return mine && (on === 'secrets' ? target.text === secret : /secretmanager|owner|editor|\$/.test(role.text))
}

function missing(call: Call, place: ReturnType<typeof placeOfCall>, target: Localized): Finding {
  return nameAccessMissing.at(place, { command: commandOf(call), targetEs: target.es, targetEn: target.en })
}
