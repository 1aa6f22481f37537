import { z } from 'zod'

/** `$NAME` in a seed's strings stands for the input of that parameter. */
const text = z.string()

/** An application the system's images can hold, and how it behaves. */
export const appSchema = z.strictObject({
  /** Text of the image's command that tells this app, `app.main:app`. */
  command: text,
  /** Its HTTP behaviour: an OpenAPI 3.1 document with examples, beside the seed. */
  openapi: text,
  /** Variables without which it exits at start, and the message it leaves in its log. */
  requires: z.array(text).default([]),
  /** Line of the log for each variable missing; `{name}` is the variable. */
  missing: text.default('{name} is not set'),
  /** Variables it refuses when they have fewer characters, and the lines it leaves in its log; `{length}` is what it got. */
  shortest: z.array(z.strictObject({ name: text, length: z.number().int(), log: z.array(text) })).default([]),
  /** Variables it refuses when they match a regular expression, and the lines it leaves in its log; `{value}` is what it got. */
  refuses: z.array(z.strictObject({ name: text, pattern: text, log: z.array(text) })).default([]),
  /** Variables it refuses when they have the same value, and the lines it leaves in its log. */
  distinct: z.array(z.strictObject({ names: z.tuple([text, text]), log: z.array(text) })).default([]),
  /** How long each of its answers takes. */
  delayMs: z.number().int().default(0),
  /** Whether its server writes a line to the log for each request; one that logs by itself has none. */
  accessLog: z.boolean().default(true),
  /** What it logs when it is up; `{port}` is the port it listens on. */
  log: z.array(text).default([]),
})
export type App = z.infer<typeof appSchema>

/** A public image the world's registries serve. */
export const baseImageSchema = z.strictObject({
  /** `python:3.12-slim`. */
  name: text,
  platforms: z.array(text).default(['linux/amd64', 'linux/arm64']),
  /** Programs it has beyond a shell and coreutils: `exec`, health checks and RUN need them. */
  programs: z.array(text).default([]),
  command: z.array(text).default([]),
  ports: z.array(z.number().int()).default([]),
})
export type BaseImage = z.infer<typeof baseImageSchema>

/** What Google Cloud holds before the run. */
export const cloudSeedSchema = z.strictObject({
  account: text,
  projects: z.array(
    z.strictObject({
      id: text,
      number: text,
      name: text,
      billing: z.boolean().default(true),
      /** APIs already enabled. */
      services: z.array(text).default([]),
      /** Roles of the account in the project; `roles/owner` allows all. */
      roles: z.array(text).default(['roles/owner']),
    }),
  ),
  sqlInstances: z
    .array(
      z.strictObject({
        project: text,
        name: text,
        region: text,
        version: text,
        databases: z.array(text).default([]),
        /** Nobody deletes it until that is changed. */
        deletionProtected: z.boolean().default(false),
        /** How many of its daily backups are kept. */
        retainedBackups: z.number().int().default(7),
      }),
    )
    .default([]),
  buckets: z.array(z.strictObject({ project: text, name: text, location: text })).default([]),
  /** Databases of Firestore; the one of an app that uses Firebase is `(default)`. */
  firestore: z.array(z.strictObject({ project: text, name: text.default('(default)'), location: text })).default([]),
  /** Accounts of programs that are no part of the system. */
  serviceAccounts: z.array(z.strictObject({ project: text, email: text })).default([]),
  /** Domains the account has shown to be its own, and the hosts of them that DNS sends to Cloud Run. */
  domains: z.array(z.strictObject({ name: text, hosts: z.array(text).default([]) })).default([]),
  /** Git repositories connected to Cloud Build, as their host has them. */
  gitRepositories: z
    .array(
      z.strictObject({
        project: text,
        region: text,
        connection: text,
        name: text,
        /** `https://github.com/example/app.git`. */
        remote: text,
        /** What was last pushed: a directory of the operator's home. */
        directory: text,
        /** The tags pushed with it. */
        tags: z.array(text).default([]),
      }),
    )
    .default([]),
})
export type CloudSeed = z.infer<typeof cloudSeedSchema>

/** What Docker Hub holds before the run. It serves the base images besides. */
export const dockerHubSchema = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        user: text,
        /** A password or an access token; `$NAME` of a secret parameter. */
        password: text,
        /** Organizations it may push to, besides its own name. */
        organizations: z.array(text).default([]),
      }),
    )
    .default([]),
  /** Repositories only members of their namespace see, `acme/internal`. A first push makes any other one, public. */
  privateRepositories: z.array(text).default([]),
})
export type DockerHubSeed = z.infer<typeof dockerHubSchema>

/** Another machine, which the laptop reaches over SSH. Files under `machines/<name>/` beside the seed are its user's home. */
export const machineSchema = z.strictObject({
  /** What it calls itself, `prod`. */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Names the laptop reaches it by, `prod.example.com`. */
  hosts: z.array(text).nonempty(),
  /** Who the laptop's key lets in; the home is `/home/<user>`. */
  user: text.default('deploy'),
  /** Debian as installed, with SSH and sudo: no Docker, nginx, certbot, redis or firewall until `apt-get install`. */
  bare: z.boolean().default(false),
})
export type MachineSeed = z.infer<typeof machineSchema>

/** A host of the internet that the system calls, and how it behaves. */
export const serviceSchema = z.strictObject({
  /** `api.example.com`. */
  host: text,
  /** 443 speaks TLS, with a certificate of the fixture's authority; any other speaks plain HTTP. */
  port: z.number().int().default(443),
  /** Its HTTP behaviour where it is emulated: an OpenAPI 3.1 document with examples, beside the seed. */
  openapi: text,
  /** The Python program, under `services/` beside the seed, that is the host where programs run. It listens on $HOST and $PORT. */
  program: text,
  /** Variables of the program, and of the document's `${NAME}`. */
  environment: z.record(z.string().regex(/^[A-Z_][A-Z0-9_]*$/), text).default({}),
})
export type ServiceSeed = z.infer<typeof serviceSchema>

const title = z.strictObject({ es: text, en: text })

/**
 * Another world in which every procedure of the system must hold: one that a script beside the seed brings about on the
 * laptop, with the inputs as variables; other variables of the laptop's shell; or that of who has just run the procedure.
 */
export const variationSchema = z.union([
  z.strictObject({
    title,
    script: text,
    /** It happens once the procedure's situation has; absent where it was so before. */
    after: z.literal('situation').optional(),
  }),
  z.strictObject({ title, environment: z.record(z.string().regex(/^[A-Z_][A-Z0-9_]*$/), text) }),
  z.strictObject({ title, repeat: z.literal(true) }),
])
export type WorldVariation = z.infer<typeof variationSchema>

/** The seed world of a system: `runbooks/fixtures/<system>/seed.yaml`. Files under `laptop/` beside it are the operator's home. */
export const seedSchema = z.strictObject({
  system: text,
  /** Login name on the laptop; the home is `/home/<user>`. */
  user: text.default('operator'),
  /** Where the run starts, relative to the home. */
  directory: text,
  /** Values of parameters that a runbook of the system does not declare, and its world still needs. */
  inputs: z.record(z.string(), text).default({}),
  /** A bash script beside the seed that brings the world about on the laptop before the run, with the inputs as variables. */
  setup: text.optional(),
  cloud: cloudSeedSchema,
  baseImages: z.array(baseImageSchema).default([]),
  dockerHub: dockerHubSchema.prefault({}),
  apps: z.array(appSchema).default([]),
  machines: z.array(machineSchema).default([]),
  services: z.array(serviceSchema).default([]),
  /** By name, `two-services-changed`. */
  variations: z.record(z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), variationSchema).default({}),
})
export type Seed = z.infer<typeof seedSchema>
