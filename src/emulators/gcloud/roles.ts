/**
 * Roles that hold a permission, for the permissions the emulator asks for
 * (cloud.google.com/iam/docs/roles-permissions). Owner holds all of them.
 */
const HOLDERS: Record<string, readonly string[]> = {
  'artifactregistry.repositories.create': ['roles/editor', 'roles/artifactregistry.admin'],
  'artifactregistry.repositories.delete': ['roles/editor', 'roles/artifactregistry.admin'],
  'artifactregistry.repositories.get': [
    'roles/editor',
    'roles/viewer',
    'roles/artifactregistry.admin',
    'roles/artifactregistry.writer',
    'roles/artifactregistry.reader',
  ],
  'artifactregistry.repositories.setIamPolicy': ['roles/artifactregistry.admin'],
  'artifactregistry.repositories.uploadArtifacts': [
    'roles/editor',
    'roles/artifactregistry.admin',
    'roles/artifactregistry.writer',
    'roles/cloudbuild.builds.builder',
  ],
  'artifactregistry.repositories.downloadArtifacts': [
    'roles/editor',
    'roles/viewer',
    'roles/artifactregistry.admin',
    'roles/artifactregistry.writer',
    'roles/artifactregistry.reader',
    'roles/cloudbuild.builds.builder',
  ],
  'artifactregistry.versions.delete': [
    'roles/editor',
    'roles/artifactregistry.admin',
    'roles/artifactregistry.repoAdmin',
  ],
  'cloudbuild.builds.create': ['roles/editor', 'roles/cloudbuild.builds.editor', 'roles/cloudbuild.builds.builder'],
  'cloudbuild.builds.get': [
    'roles/editor',
    'roles/viewer',
    'roles/cloudbuild.builds.editor',
    'roles/cloudbuild.builds.viewer',
    'roles/cloudbuild.builds.builder',
  ],
  'cloudsql.instances.connect': [
    'roles/editor',
    'roles/cloudsql.client',
    'roles/cloudsql.editor',
    'roles/cloudsql.admin',
  ],
  'cloudsql.instances.get': [
    'roles/editor',
    'roles/viewer',
    'roles/cloudsql.client',
    'roles/cloudsql.viewer',
    'roles/cloudsql.editor',
    'roles/cloudsql.admin',
  ],
  'eventarc.triggers.create': ['roles/editor', 'roles/eventarc.admin', 'roles/eventarc.developer'],
  'eventarc.triggers.delete': ['roles/editor', 'roles/eventarc.admin', 'roles/eventarc.developer'],
  'eventarc.triggers.get': [
    'roles/editor',
    'roles/viewer',
    'roles/eventarc.admin',
    'roles/eventarc.developer',
    'roles/eventarc.viewer',
  ],
  'iam.serviceAccounts.actAs': ['roles/editor', 'roles/iam.serviceAccountUser'],
  'iam.serviceAccounts.create': ['roles/editor', 'roles/iam.serviceAccountAdmin', 'roles/iam.serviceAccountCreator'],
  'iam.serviceAccounts.delete': ['roles/editor', 'roles/iam.serviceAccountAdmin', 'roles/iam.serviceAccountDeleter'],
  'iam.serviceAccounts.get': [
    'roles/editor',
    'roles/viewer',
    'roles/iam.serviceAccountAdmin',
    'roles/iam.serviceAccountUser',
  ],
  'iam.serviceAccounts.getOpenIdToken': [
    'roles/iam.serviceAccountTokenCreator',
    'roles/iam.serviceAccountOpenIdTokenCreator',
  ],
  'iam.serviceAccounts.setIamPolicy': ['roles/iam.serviceAccountAdmin'],
  'logging.logEntries.list': ['roles/editor', 'roles/viewer', 'roles/logging.viewer', 'roles/logging.admin'],
  'resourcemanager.projects.get': ['roles/editor', 'roles/viewer', 'roles/browser'],
  'resourcemanager.projects.getIamPolicy': [
    'roles/editor',
    'roles/viewer',
    'roles/browser',
    'roles/resourcemanager.projectIamAdmin',
    'roles/iam.securityAdmin',
  ],
  'resourcemanager.projects.setIamPolicy': ['roles/resourcemanager.projectIamAdmin', 'roles/iam.securityAdmin'],
  'run.routes.invoke': ['roles/run.invoker', 'roles/run.admin'],
  'run.services.create': ['roles/editor', 'roles/run.admin', 'roles/run.developer'],
  'run.services.delete': ['roles/editor', 'roles/run.admin', 'roles/run.developer'],
  'run.services.get': ['roles/editor', 'roles/viewer', 'roles/run.admin', 'roles/run.developer', 'roles/run.viewer'],
  'run.services.setIamPolicy': ['roles/run.admin'],
  'run.services.update': ['roles/editor', 'roles/run.admin', 'roles/run.developer'],
  'secretmanager.secrets.create': ['roles/editor', 'roles/secretmanager.admin'],
  'secretmanager.secrets.delete': ['roles/editor', 'roles/secretmanager.admin'],
  'secretmanager.secrets.get': [
    'roles/editor',
    'roles/viewer',
    'roles/secretmanager.admin',
    'roles/secretmanager.viewer',
  ],
  'secretmanager.secrets.setIamPolicy': ['roles/secretmanager.admin'],
  'secretmanager.versions.access': ['roles/secretmanager.admin', 'roles/secretmanager.secretAccessor'],
  'secretmanager.versions.add': [
    'roles/editor',
    'roles/secretmanager.admin',
    'roles/secretmanager.secretVersionAdder',
    'roles/secretmanager.secretVersionManager',
  ],
  'secretmanager.versions.manage': [
    'roles/editor',
    'roles/secretmanager.admin',
    'roles/secretmanager.secretVersionManager',
  ],
  'serviceusage.services.enable': ['roles/editor', 'roles/serviceusage.serviceUsageAdmin'],
  'serviceusage.services.list': [
    'roles/editor',
    'roles/viewer',
    'roles/serviceusage.serviceUsageAdmin',
    'roles/serviceusage.serviceUsageViewer',
    'roles/serviceusage.serviceUsageConsumer',
  ],
  'storage.objects.get': [
    'roles/editor',
    'roles/viewer',
    'roles/storage.admin',
    'roles/storage.objectAdmin',
    'roles/storage.objectViewer',
    'roles/cloudbuild.builds.builder',
  ],
}

/** Whether any of some roles holds a permission. */
export const isHeld = (permission: string, roles: readonly string[]): boolean =>
  roles.some((role) => role === 'roles/owner' || HOLDERS[permission]?.includes(role))

const KNOWN = new Set(['roles/owner', ...Object.values(HOLDERS).flat()])

/** Whether the emulator knows what a role holds. Roles of a project or an organisation are theirs to name. */
export const isKnownRole = (role: string): boolean => KNOWN.has(role) || !role.startsWith('roles/')
