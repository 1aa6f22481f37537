import { projectNamed } from '../access.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { defineResource } from '../resource/define.ts'
import type { Project } from '../state.ts'

/** A project as its API answers it. */
export const projectJson = (project: Project): JsonObject => ({
  createTime: iso(project.createdAt),
  lifecycleState: 'ACTIVE',
  name: project.name,
  projectId: project.id,
  projectNumber: project.number,
})

/** `gcloud projects`, without their list: it has those the caller may see. */
export const PROJECTS = defineResource<Project>({
  group: 'projects',
  kind: 'project',
  noun: 'project',
  path: 'projects/{project}',
  owner: (invocation, name) => {
    const project = projectNamed(invocation, name)
    return { project, name: project.id }
  },
  kept: ({ project }) => new Map([[project.id, project]]),
  key: ({ project }) => project.id,
  json: projectJson,
  policy: ({ policy }) => policy,
  describe: { permission: 'resourcemanager.projects.get' },
  iam: { permission: 'resourcemanager.projects.setIamPolicy' },
})
