import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import type { Build, Project } from '../state.ts'

/** A build as the API answers it. */
export const buildJson = (project: Project, build: Build): JsonObject => ({
  buildTriggerId: build.trigger?.id,
  createTime: iso(build.createdAt),
  finishTime: iso(build.createdAt),
  id: build.id,
  images: build.images.length > 0 ? build.images : undefined,
  logUrl: `https://console.cloud.google.com/cloud-build/builds/${build.id}?project=${project.number}`,
  name: `projects/${project.number}/locations/${build.region}/builds/${build.id}`,
  projectId: project.id,
  sourceUri: build.source,
  status: build.status,
  substitutions: build.trigger?.substitutions,
})
