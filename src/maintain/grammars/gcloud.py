"""Prints the grammar of an installed gcloud as the JSON of src/tools/match/model.ts.

Run with gcloud's own Python and the path of the SDK: it loads gcloud's argparse
tree and calls nothing, so no account, project or network is needed. Output is
deterministic: commands in alphabetical order, one to a line.
"""

import json
import os
import sys

SDK = sys.argv[1]
sys.path[:0] = [os.path.join(SDK, 'lib'), os.path.join(SDK, 'lib', 'third_party')]

from googlecloudsdk import gcloud_main  # noqa: E402
from googlecloudsdk.calliope import arg_parsers  # noqa: E402
from googlecloudsdk.command_lib.run import container_parser  # noqa: E402
from googlecloudsdk.command_lib.util.args import map_util  # noqa: E402

# A whole group, or one command, by path.
with open(os.path.join(os.path.dirname(__file__), 'gcloud-commands.txt'), encoding='utf8') as wanted:
    WANTED = [line.split() for line in wanted]

SIZE, FILE = 'size', 'file'
# Export of resource definitions, hidden under many groups.
GENERATED_GROUPS = {'config'}
KINDS_BY_NAME = {'int': 'integer', 'float': 'number'}


def value_kind(kind):
    """Name of the value a flag's argparse type accepts."""
    if isinstance(kind, arg_parsers.ArgDict):
        return 'string' if kind.allow_key_only else 'map'
    if isinstance(kind, arg_parsers.ArgList):
        return 'list'
    if isinstance(kind, (arg_parsers.FileContents, arg_parsers.YAMLFileContents, map_util.ArgDictFile)):
        return FILE
    qualified = getattr(kind, '__qualname__', '')
    if qualified.startswith('Duration.'):
        return 'duration'
    if qualified.startswith('BinarySize'):
        return SIZE
    if qualified.startswith('_BoundedType') or qualified.startswith('BoundedInt') or qualified.startswith('BoundedFloat'):
        return bounded_kind(kind)
    return KINDS_BY_NAME.get(getattr(kind, '__name__', ''), 'string')


def bounded_kind(kind):
    """`BoundedInt` and `BoundedFloat` differ only in the type their closure holds."""
    held = [cell.cell_contents for cell in (kind.__closure__ or ())]
    return 'number' if float in held else 'integer'


def choices(argument):
    """Choices of an argument, or None. Some are given as a map to help text."""
    return None if argument.choices is None else [str(choice) for choice in argument.choices]


def flag(argument, negated, required):
    """One flag. A switch is an argument with `nargs=0`."""
    names = [name for name in argument.option_strings]
    longest_first = sorted(names, key=lambda name: not name.startswith('--'))
    entry = {'names': longest_first}
    if argument.nargs != 0:
        entry['value'] = value_kind(getattr(argument, 'type', None))
        if argument.nargs in ('?', '*'):
            entry['optionalValue'] = True
    if type(argument).__name__ in ('_AppendAction', 'UpdateAction', 'UpdateActionWithAppend', 'FlattenAction'):
        entry['repeated'] = True
    if required:
        entry['required'] = True
    if choices(argument):
        entry['choices'] = choices(argument)
    if any('--no-' + name[2:] in negated for name in names if name.startswith('--')):
        entry['negatable'] = True
    if getattr(argument, 'hidden', False) or getattr(argument, 'is_hidden', False):
        entry['hidden'] = True
    return entry


def positional(argument, required):
    entry = {'name': argument.metavar or argument.dest}
    if required and argument.nargs not in ('?', '*'):
        entry['required'] = True
    if argument.nargs in ('*', '+') or argument.nargs == '...':
        entry['repeated'] = True
    if choices(argument):
        entry['choices'] = choices(argument)
    return entry


def spelling(argument):
    names = sorted(argument.option_strings, key=lambda name: not name.startswith('--'))
    return names[0] if names else (argument.metavar or argument.dest)


def leaves(argument):
    """Spellings of every flag and positional under a group."""
    if getattr(argument, 'is_group', False):
        return [leaf for inner in argument.arguments for leaf in leaves(inner)]
    return [] if getattr(argument, 'is_global', False) else [spelling(argument)]


def walk(argument, command, negated, required):
    """Adds an argument, or a group with all it holds, to a command."""
    if getattr(argument, 'is_group', False):
        add_group(argument, command, required)
        for inner in argument.arguments:
            walk(inner, command, negated, required and argument.is_required and not argument.is_mutex)
        return
    if not getattr(argument, 'option_strings', None):
        if getattr(argument, 'dest', None):
            command['positionals'].append(positional(argument, required and argument.required))
        return
    if getattr(argument, 'is_global', False) or argument.option_strings[0].startswith('---'):
        return
    command['flags'].append(flag(argument, negated, required and argument.required))


def add_group(argument, command, required):
    alternatives = [leaves(inner) for inner in argument.arguments]
    flags = [names[0] if len(names) == 1 else names for names in alternatives if names]
    flat = [leaf for names in alternatives for leaf in names]
    if not flags or not any(name.startswith('-') for name in flat):
        return
    entry = {'flags': flags}
    if argument.is_mutex and len(flags) > 1:
        entry['exclusive'] = True
    if argument.is_required and required and all(name.startswith('-') for name in flat) and (
        argument.is_mutex or not any_required(argument)):
        entry['required'] = True
    if len(entry) > 1:
        command['groups'].append(entry)


def any_required(group):
    return any(not getattr(inner, 'is_group', False) and inner.required for inner in group.arguments)


def leaf_command(element):
    """The grammar of one command."""
    info = element.ai
    negated = {name for argument in info.flag_args for name in argument.option_strings if name.startswith('--no-')}
    own = {name for argument in info.arguments for name in leaves(argument)}
    command = {'flags': [], 'positionals': [], 'groups': []}
    for argument in info.arguments:
        walk(argument, command, negated - own, True)
    command['flags'].sort(key=lambda entry: entry['names'][0])
    if any(type(argument).__name__ == 'RemainderAction' for argument in info.positional_args):
        command['passthrough'] = True
    sections = sections_of(info.parser, {name for entry in command['flags'] for name in entry['names']})
    if sections:
        command['sections'] = sections
    return {key: value for key, value in command.items() if value}


def sections_of(parser, names):
    """The flag that starts the flags of one container, and those flags, where a command takes several."""
    container = getattr(parser.parse_known_args, '__self__', None)
    if not isinstance(container, container_parser.ContainerParser):
        return None
    own = {name for arg in container._GetContainerFlags() for name in (arg, arg.replace('--no-', '--', 1))}
    return {'flag': container._CONTAINER_FLAG_NAME, 'flags': sorted(own & names)}


def tree(element):
    if not hasattr(element, 'groups'):
        return leaf_command(element)
    names = [name for name in element.AllSubElements() if name not in GENERATED_GROUPS]
    loaded = {name: element.LoadSubElement(name) for name in names}
    inner = {name.replace('_', '-'): tree(sub) for name, sub in loaded.items() if sub is not None}
    return {'commands': inner}


def insert(root, path, command):
    for word in path[:-1]:
        root = root['commands'].setdefault(word, {'commands': {}})
    root['commands'][path[-1]] = command


def name_omitted(root, element):
    """Names what a group has and the grammar does not describe, so that nobody calls it a mistake."""
    if 'commands' not in root:
        return
    unknown = [name for name in element.AllSubElements() if name.replace('_', '-') not in root['commands']]
    released = [name for name in unknown if element.LoadSubElement(name) is not None]
    omitted = sorted(name.replace('_', '-') for name in released)
    if omitted:
        root['omitted'] = omitted
    for name, inner in root['commands'].items():
        name_omitted(inner, element.LoadSubElement(name.replace('-', '_')))


def global_flags(top):
    info = top.ai
    negated = {name for argument in info.flag_args for name in argument.option_strings if name.startswith('--no-')}
    entries = []
    for argument in top.ai.arguments:
        members = argument.arguments if getattr(argument, 'is_group', False) else [argument]
        entries += [flag(member, negated, False) for member in members
                    if member.option_strings and not member.option_strings[0].startswith('---')]
    return sorted(entries, key=lambda entry: entry['names'][0])


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'))


def one_command_a_line(command, indent):
    if 'commands' not in command:
        return compact(command)
    pad = ' ' * (indent + 1)
    lines = [pad + compact(name) + ':' + one_command_a_line(inner, indent + 1)
             for name, inner in sorted(command['commands'].items())]
    omitted = '"omitted":' + compact(command['omitted']) + ',' if 'omitted' in command else ''
    return '{' + omitted + '"commands":{\n' + ',\n'.join(lines) + '}}'


def main():
    with open(os.path.join(SDK, 'VERSION'), encoding='utf8') as file:
        version = file.read().strip()
    top = gcloud_main.CreateCLI([])._TopElement()
    root = {'commands': {}}
    for path in WANTED:
        insert(root, path, tree(top.LoadSubElementByPath([word.replace('-', '_') for word in path])))
    name_omitted(root, top)
    print('{"tool":"gcloud","version":%s,"syntax":"gcloud",' % compact(version))
    print('"global":%s,' % compact(global_flags(top)))
    print('"root":' + one_command_a_line(root, 0) + '}')


main()
