/** The public key of whoever works on the laptop: the one that every machine lets in at first. */
export const LAPTOP_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHb0x1y7oTqzv9nV7sQ2kq1cW3m0y8Zt5u6R4pE9aLxD operator@laptop'
