/** A package of Debian as far as a machine notices it. */
export interface Package {
  version: string
  depends?: readonly string[]
  /** Come with it unless `--no-install-recommends` is given. */
  recommends?: readonly string[]
  /** Paths of its programs. */
  programs?: readonly string[]
  /** Directories and links are made with the files: a text that is `-> target` is a link. */
  files?: () => Promise<Readonly<Record<string, string>>>
  /** Accounts its installation makes, each with a group of its own and its home. */
  accounts?: Readonly<Record<string, string>>
  /** Groups its installation makes. */
  groups?: readonly string[]
  /** Units its installation enables and starts. */
  units?: readonly string[]
}

/** A host of Debian's archive, in both fixtures. */
export const ARCHIVE_HOST = 'ftp.debian.org'

/** Debian 13's packages that machines can install, by name. Any other is not modelled: the archive is larger than this. */
export const ARCHIVE: Readonly<Record<string, Package>> = {
  nginx: {
    version: '1.26.3-3+deb13u1',
    depends: ['nginx-common'],
    programs: ['/usr/sbin/nginx'],
    units: ['nginx.service'],
  },
  'nginx-common': { version: '1.26.3-3+deb13u1', files: async () => (await import('./nginx-files.ts')).NGINX_FILES },
  certbot: {
    version: '4.0.0-2',
    depends: ['python3-certbot'],
    programs: ['/usr/bin/certbot'],
    files: async () => (await import('./certbot-files.ts')).CERTBOT_FILES,
    units: ['certbot.timer'],
  },
  'python3-certbot': { version: '4.0.0-2' },
  'python3-certbot-nginx': {
    version: '4.0.0-2',
    depends: ['certbot', 'nginx', 'python3-certbot'],
  },
  'redis-server': {
    version: '5:8.0.2-3+deb13u1',
    depends: ['redis-tools'],
    programs: ['/usr/bin/redis-server'],
    files: async () => (await import('./redis-files.ts')).REDIS_FILES,
    accounts: { redis: '/var/lib/redis' },
    units: ['redis-server.service'],
  },
  redis: { version: '5:8.0.2-3+deb13u1', depends: ['redis-server'] },
  'redis-tools': { version: '5:8.0.2-3+deb13u1', programs: ['/usr/bin/redis-cli'] },
  ufw: {
    version: '0.36.2-9',
    programs: ['/usr/sbin/ufw'],
    files: async () => (await import('./ufw-files.ts')).UFW_FILES,
    units: ['ufw.service'],
  },
  'docker.io': {
    version: '26.1.5+dfsg1-9+b9',
    depends: ['containerd', 'runc'],
    recommends: ['docker-cli'],
    programs: ['/usr/sbin/dockerd'],
    files: async () => (await import('./docker-files.ts')).DOCKER_FILES,
    groups: ['docker'],
    units: ['docker.socket', 'docker.service'],
  },
  containerd: { version: '1.7.24~ds1-6+b4' },
  runc: { version: '1.1.15+ds1-2+b4' },
  'docker-cli': { version: '26.1.5+dfsg1-9+b9', programs: ['/usr/bin/docker'] },
  'docker-compose': { version: '2.26.1-4', depends: ['docker-cli'], programs: ['/usr/bin/docker-compose'] },
  'docker-buildx': { version: '0.13.1+ds1-3', depends: ['docker-cli'] },
}

/** Packages of Debian as installed, whose programs the machine has from the start. */
export const ESSENTIAL: Readonly<Record<string, string>> = {
  'ca-certificates': '20250419',
  coreutils: '9.7-3',
  curl: '8.14.1-2',
  'gettext-base': '0.23.1-2',
  git: '1:2.47.3-0+deb13u1',
  gzip: '1.13-1',
  iproute2: '6.15.0-1',
  iptables: '1.8.11-2',
  jq: '1.7.1-6+deb13u1',
  less: '668-1',
  lsof: '4.99.4+dfsg-2',
  make: '4.4.1-2',
  'netcat-openbsd': '1.229-1',
  'openssh-client': '1:10.0p1-7',
  'openssh-server': '1:10.0p1-7',
  openssl: '3.5.1-1',
  procps: '2:4.0.4-9',
  python3: '3.13.5-1',
  'python3-venv': '3.13.5-1',
  rsync: '3.4.1+ds1-5',
  sudo: '1.9.16p2-3',
  systemd: '257.9-1~deb13u1',
  'xz-utils': '5.8.1-1',
}

/** What `bare: false` says a machine has. */
export const COMMON: readonly string[] = [
  'docker.io',
  'docker-cli',
  'docker-compose',
  'docker-buildx',
  'nginx',
  'certbot',
  'python3-certbot-nginx',
  'redis-server',
  'redis-tools',
  'ufw',
]
