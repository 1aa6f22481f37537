import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'find',
  version: '4.9.0',
  source: 'find(1)',
  syntax: 'single',
  flags: `-H -L -P -D=OPTIONS -O0 -O1 -O2 -O3 -d -depth !-help !-version -ignore_readdir_race -noignore_readdir_race
    -maxdepth=LEVELS -mindepth=LEVELS -mount -xdev -noleaf -regextype=TYPE -files0-from=FILE -daystart -follow
    -warn -nowarn -amin=N+ -anewer=FILE -atime=N+ -cmin=N+ -cnewer=FILE -ctime=N+ -empty -executable -false
    -fstype=TYPE -gid=N+ -group=NAME -ilname=PATTERN -iname=PATTERN -inum=N+ -ipath=PATTERN -iregex=PATTERN
    -iwholename=PATTERN -links=N+ -lname=PATTERN -mmin=N+ -mtime=N+ -name=PATTERN -newer=FILE -neweram=FILE
    -newermt=DATE -newerat=DATE -newerct=DATE -nogroup -nouser -path=PATTERN -perm=MODE -readable -regex=PATTERN
    -samefile=FILE -size=N+ -true -type=TYPE -uid=N+ -used=N+ -user=NAME -wholename=PATTERN -writable -xtype=TYPE
    -context=PATTERN -delete ;-exec ;-execdir -fls=FILE -fprint=FILE -fprint0=FILE 2-fprintf=FILE -ls ;-ok ;-okdir
    -print -print0 -printf=FORMAT -prune -quit -a -and -o -or -not`,
  operands: '[PATH...]',
})
