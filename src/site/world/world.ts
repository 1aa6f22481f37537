import type { Localized } from '#schema/locale.ts'

export interface Part {
  name: Localized
  /** What it is, a line each. */
  notes: readonly Localized[]
  kind: 'real' | 'emulated'
  /** Place in the picture: column and row of the wide one. */
  at: readonly [column: 0 | 1 | 2, row: 0 | 1]
}

/** What stands inside the container of the Docker fixture. */
export const PARTS: readonly Part[] = [
  {
    name: { es: 'laptop', en: 'laptop' },
    notes: [
      { es: 'aquí corren los pasos', en: 'where the steps run' },
      { es: 'bash, git, make, curl, jq', en: 'bash, git, make, curl, jq' },
      { es: 'Docker, Compose, Buildx', en: 'Docker, Compose, Buildx' },
    ],
    kind: 'real',
    at: [0, 0],
  },
  {
    name: { es: 'prod', en: 'prod' },
    notes: [
      { es: 'otra máquina, otro motor', en: 'another machine and engine' },
      { es: 'se llega por ssh y rsync', en: 'reached by ssh and rsync' },
    ],
    kind: 'real',
    at: [0, 1],
  },
  {
    name: { es: 'Registros de imágenes', en: 'Image registries' },
    notes: [
      { es: 'pkg.dev y Docker Hub', en: 'pkg.dev and Docker Hub' },
      { es: 'piden credenciales', en: 'ask for credentials' },
    ],
    kind: 'real',
    at: [1, 0],
  },
  {
    name: { es: 'Nombres y paquetes', en: 'Names and packages' },
    notes: [
      { es: 'DNS y certificados propios', en: 'its own DNS and certificates' },
      { es: 'paquetes para pip', en: 'packages for pip' },
    ],
    kind: 'real',
    at: [1, 1],
  },
  {
    name: { es: 'Cloud Run y Build', en: 'Cloud Run and Build' },
    notes: [
      { es: 'ejecutan tu imagen', en: 'run your image' },
      { es: 'en un motor aparte', en: 'on an engine of their own' },
    ],
    kind: 'real',
    at: [2, 0],
  },
  {
    name: { es: 'Google Cloud', en: 'Google Cloud' },
    notes: [
      { es: 'responde a gcloud', en: 'answers gcloud' },
      { es: 'recuerda lo que creas', en: 'remembers what you create' },
    ],
    kind: 'emulated',
    at: [2, 1],
  },
]

export const WORLD_TEXTS = {
  title: { es: 'El mundo del entorno Docker', en: 'The world of the Docker fixture' },
  container: { es: 'Un contenedor sin red', en: 'One container without a network' },
  real: { es: 'programas reales', en: 'real programs' },
  emulated: { es: 'emulador', en: 'emulator' },
  outside: {
    es: 'Internet y tu máquina quedan fuera: no se alcanzan desde dentro.',
    en: 'The internet and your machine stay outside: out of reach from inside.',
  },
  description: {
    es: 'Un contenedor sin red encierra seis partes. En laptop corren los pasos, con herramientas y un motor Docker reales. Laptop sube y descarga imágenes de registros que piden credenciales, y llega por SSH a prod, otra máquina con su propio motor. Un DNS, unos certificados y un índice de paquetes hacen de Internet. Un emulador de Google Cloud contesta a gcloud y despliega en Cloud Run, que ejecuta la imagen subida en un motor aparte. Internet y tu máquina quedan fuera.',
    en: 'One container without a network encloses six parts. Steps run on laptop, with real tools and a real Docker engine. Laptop pushes to and pulls from registries that ask for credentials, and reaches prod, another machine with an engine of its own, over SSH. A DNS, certificates and a package index stand for the internet. An emulator of Google Cloud answers gcloud and deploys to Cloud Run, which runs the pushed image on an engine of its own. The internet and your machine stay outside.',
  },
} as const satisfies Record<string, Localized>

/** Ways between parts in the wide picture: a path, and what goes along it. */
export const WAYS: readonly {
  path: string
  label?: { text: Localized; at: readonly [number, number]; anchor: 'middle' | 'start' }
}[] = [
  { path: 'M234 118h35', label: { text: { es: 'push', en: 'push' }, at: [252, 108], anchor: 'middle' } },
  { path: 'M125 180v46', label: { text: { es: 'ssh', en: 'ssh' }, at: [135, 208], anchor: 'start' } },
  { path: 'M489 118h35' },
  { path: 'M635 228v-46', label: { text: { es: 'despliega', en: 'deploys' }, at: [645, 212], anchor: 'start' } },
]
