"""Traces of memory blocks: who allocated what is alive, and how that changes.

A trace is (domain, size, frames, total number of frames), frames being ((filename, lineno), ...) with
the most recent first. Snapshots keep such tuples as _tracemalloc gives them; the classes here are
views of them.
"""
from _collections_abc import Iterable, Sequence
from fnmatch import fnmatchcase
import linecache
from posix import fspath

from _tracemalloc import *
from _tracemalloc import _get_object_traceback, _get_traces


def _format_size(size, sign):
    form = "%+.*f %s" if sign else "%.*f %s"
    for unit in ("B", "KiB", "MiB", "GiB", "TiB"):
        if abs(size) < 100 and unit != "B":
            return form % (1, size, unit)
        if abs(size) < 10 * 1024 or unit == "TiB":
            return form % (0, size, unit)
        size /= 1024


def _total_ordering(cls):
    """The other comparisons from __lt__ and __eq__, with the texts of __lt__ when it fails."""
    def le(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else less or self == other

    def gt(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else not less and self != other

    def ge(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else not less

    for name, function in (("__le__", le), ("__gt__", gt), ("__ge__", ge)):
        function.__name__ = name
        function.__doc__ = getattr(object, name).__doc__
        setattr(cls, name, function)
    return cls


class Statistic:
    """Memory of the blocks with one traceback."""

    __slots__ = ("traceback", "size", "count")

    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def _values(self):
        return self.traceback, self.size, self.count

    def __hash__(self):
        return hash(self._values())

    def __eq__(self, other):
        if not isinstance(other, Statistic):
            return NotImplemented
        return self._values() == other._values()

    def __str__(self):
        text = "%s: size=%s, count=%i" % (self.traceback, _format_size(self.size, False), self.count)
        if self.count:
            text += ", average=%s" % _format_size(self.size / self.count, False)
        return text

    def __repr__(self):
        return "<Statistic traceback=%r size=%i count=%i>" % (self.traceback, self.size, self.count)

    def _sort_key(self):
        return self.size, self.count, self.traceback


class StatisticDiff:
    """The same in two snapshots: the newer one's figures and what changed."""

    __slots__ = ("traceback", "size", "size_diff", "count", "count_diff")

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size = size
        self.size_diff = size_diff
        self.count = count
        self.count_diff = count_diff

    def _values(self):
        return self.traceback, self.size, self.size_diff, self.count, self.count_diff

    def __hash__(self):
        return hash(self._values())

    def __eq__(self, other):
        if not isinstance(other, StatisticDiff):
            return NotImplemented
        return self._values() == other._values()

    def __str__(self):
        text = "%s: size=%s (%s), count=%i (%+i)" % (
            self.traceback, _format_size(self.size, False), _format_size(self.size_diff, True),
            self.count, self.count_diff)
        if self.count:
            text += ", average=%s" % _format_size(self.size / self.count, False)
        return text

    def __repr__(self):
        return "<StatisticDiff traceback=%r size=%i (%+i) count=%i (%+i)>" % (
            self.traceback, self.size, self.size_diff, self.count, self.count_diff)

    def _sort_key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


def _compare_grouped_stats(old_group, new_group):
    differences = []
    for traceback, new in new_group.items():
        old = old_group.pop(traceback, None)
        old_size, old_count = (old.size, old.count) if old is not None else (0, 0)
        differences.append(StatisticDiff(traceback, new.size, new.size - old_size,
                                         new.count, new.count - old_count))
    for traceback, old in old_group.items():
        differences.append(StatisticDiff(traceback, 0, -old.size, 0, -old.count))
    return differences


@_total_ordering
class Frame:
    """A place in a source file."""

    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame  # (filename, lineno)

    @property
    def filename(self):
        return self._frame[0]

    @property
    def lineno(self):
        return self._frame[1]

    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented

    def __lt__(self, other):
        return self._frame < other._frame if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return "%s:%s" % (self.filename, self.lineno)

    def __repr__(self):
        return "<Frame filename=%r lineno=%r>" % (self.filename, self.lineno)


@_total_ordering
class Traceback(Sequence):
    """Frames from the oldest to the most recent."""

    __slots__ = ("_frames", "_total_nframe")

    def __init__(self, frames, total_nframe=None):
        Sequence.__init__(self)
        self._frames = tuple(reversed(frames))
        self._total_nframe = total_nframe

    @property
    def total_nframe(self):
        return self._total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([Frame(frame) for frame in self._frames[index]])
        return Frame(self._frames[index])

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __hash__(self):
        return hash(self._frames)

    def __eq__(self, other):
        return self._frames == other._frames if isinstance(other, Traceback) else NotImplemented

    def __lt__(self, other):
        return self._frames < other._frames if isinstance(other, Traceback) else NotImplemented

    def __le__(self, other):
        return self._frames <= other._frames if isinstance(other, Traceback) else NotImplemented

    def __gt__(self, other):
        return self._frames > other._frames if isinstance(other, Traceback) else NotImplemented

    def __ge__(self, other):
        return self._frames >= other._frames if isinstance(other, Traceback) else NotImplemented

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        if self._total_nframe is None:
            return f"<Traceback {tuple(self)}>"
        return f"<Traceback {tuple(self)} total_nframe={self._total_nframe}>"

    def format(self, limit=None, most_recent_first=False):
        """Lines of text, with the source where it is to be had."""
        if limit is None:
            frames = self
        elif limit > 0:
            frames = self[-limit:]
        else:
            frames = self[:limit]
        lines = []
        for frame in reversed(frames) if most_recent_first else frames:
            lines.append('  File "%s", line %s' % (frame.filename, frame.lineno))
            text = linecache.getline(frame.filename, frame.lineno).strip()
            if text:
                lines.append("    %s" % text)
        return lines


def get_object_traceback(obj):
    """Where an object was allocated: a Traceback, or None if that was not traced."""
    frames = _get_object_traceback(obj)
    return Traceback(frames) if frames is not None else None


class Trace:
    """One memory block."""

    __slots__ = ("_trace",)

    def __init__(self, trace):
        self._trace = trace

    @property
    def domain(self):
        return self._trace[0]

    @property
    def size(self):
        return self._trace[1]

    @property
    def traceback(self):
        return Traceback(*self._trace[2:])

    def __eq__(self, other):
        return self._trace == other._trace if isinstance(other, Trace) else NotImplemented

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return "%s: %s" % (self.traceback, _format_size(self.size, False))

    def __repr__(self):
        return "<Trace domain=%s size=%s, traceback=%r>" % (
            self.domain, _format_size(self.size, False), self.traceback)


class _Traces(Sequence):
    def __init__(self, traces):
        Sequence.__init__(self)
        self._traces = traces

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([Trace(trace) for trace in self._traces[index]])
        return Trace(self._traces[index])

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        return self._traces == other._traces if isinstance(other, _Traces) else NotImplemented

    def __repr__(self):
        return "<Traces len=%s>" % len(self)


def _normalize_filename(filename):
    filename = fspath(filename)
    return filename[:-1] if filename.endswith(".pyc") else filename


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        raise NotImplementedError


class Filter(BaseFilter):
    """By file, line and domain."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self._filename_pattern = _normalize_filename(filename_pattern)
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain

    @property
    def filename_pattern(self):
        return self._filename_pattern

    def _match_frame_impl(self, filename, lineno):
        if not fnmatchcase(_normalize_filename(filename), self._filename_pattern):
            return False
        return self.lineno is None or lineno == self.lineno

    def _match_frame(self, filename, lineno):
        return self._match_frame_impl(filename, lineno) ^ (not self.inclusive)

    def _match_traceback(self, traceback):
        if not self.all_frames:
            return self._match_frame(*traceback[0])
        for filename, lineno in traceback:
            if self._match_frame_impl(filename, lineno):
                return self.inclusive
        return not self.inclusive

    def _match(self, trace):
        domain, size, traceback, total_nframe = trace
        matches = self._match_traceback(traceback)
        if self.domain is None:
            return matches
        if self.inclusive:
            return matches and domain == self.domain
        return matches or domain != self.domain


class DomainFilter(BaseFilter):
    """By domain alone."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _match(self, trace):
        return (trace[0] == self._domain) ^ (not self.inclusive)


class Snapshot:
    """The traces of all blocks at one time."""

    def __init__(self, traces, traceback_limit):
        self.traces = _Traces(traces)
        self.traceback_limit = traceback_limit

    def dump(self, filename):
        """
        Write the snapshot into a file.
        """
        data = _encode_snapshot(self)
        with open(filename, "wb") as file:
            file.write(data)

    @staticmethod
    def load(filename):
        """
        Load a snapshot from a file.
        """
        with open(filename, "rb") as file:
            data = file.read()
        try:
            return _decode_snapshot(data)
        except _BadFile as error:
            reason = str(error)
        raise ValueError("cannot load a snapshot from %r: %s" % (filename, reason))

    def filter_traces(self, filters):
        """A new snapshot: traces that an inclusive filter takes (if there is one) and no other refuses."""
        if not isinstance(filters, Iterable):
            raise TypeError("filters must be a list of filters, not %s" % type(filters).__name__)
        if not filters:
            return Snapshot(self.traces._traces.copy(), self.traceback_limit)
        wanted, unwanted = [], []
        for each in filters:
            (wanted if each.inclusive else unwanted).append(each)
        kept = []
        for trace in self.traces._traces:
            if wanted and not any([each._match(trace) for each in wanted]):
                continue
            if all([each._match(trace) for each in unwanted]):
                kept.append(trace)
        return Snapshot(kept, self.traceback_limit)

    def _group_by(self, key_type, cumulative):
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError("unknown key_type: %r" % (key_type,))
        if cumulative and key_type not in ("lineno", "filename"):
            raise ValueError("cumulative mode cannot by used with key type %r" % key_type)
        groups = {}  # what makes the key -> Statistic
        by_frames = {}  # the key's frames -> the same Statistic
        for domain, size, frames, total_nframe in self.traces._traces:
            for source in frames if cumulative else (frames,):
                statistic = groups.get(source)
                if statistic is None:
                    if cumulative:
                        key = (source,) if key_type == "lineno" else ((source[0], 0),)
                    elif key_type == "traceback":
                        key = source
                    elif key_type == "lineno":
                        key = source[:1]
                    else:
                        key = ((source[0][0], 0),)
                    statistic = by_frames.get(key)
                    if statistic is None:
                        statistic = by_frames[key] = Statistic(Traceback(key), 0, 0)
                    groups[source] = statistic
                statistic.size += size
                statistic.count += 1
        return {statistic.traceback: statistic for statistic in by_frames.values()}

    def statistics(self, key_type, cumulative=False):
        """A list of Statistic, largest first, grouped by 'lineno', 'filename' or 'traceback'."""
        statistics = list(self._group_by(key_type, cumulative).values())
        statistics.sort(key=Statistic._sort_key, reverse=True)
        return statistics

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """A list of StatisticDiff, largest change first."""
        new_group = self._group_by(key_type, cumulative)
        old_group = old_snapshot._group_by(key_type, cumulative)
        differences = _compare_grouped_stats(old_group, new_group)
        differences.sort(key=StatisticDiff._sort_key, reverse=True)
        return differences


# --- files ---
#
# A snapshot's file is one line "Adder tracemalloc snapshot VERSION BYTES CHECKSUM" and BYTES bytes of
# UTF-8 text. Its lines: file names; frames as "name lineno"; tracebacks as "total frame..."; traces as
# "domain size traceback", each table after a line with its length, names standing for one another by
# their index; then the attributes, name and value. A value is a line with a letter and its text or,
# for a container, the number of the values that follow.

_MAGIC = b"Adder tracemalloc snapshot "
_VERSION = 1
_CHECK_PRIME = 9223372036854775783
_CONTAINERS = {"(": tuple, "[": list, "S": set, "Z": frozenset}


class _BadFile(Exception):
    pass


def _checksum(data):
    return int.from_bytes(data, "little") % _CHECK_PRIME


def _escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _unescape(text):
    return "\\".join([part.replace("\\n", "\n") for part in text.split("\\\\")])


def _encode_value(value, lines, name, holders=()):
    """Append the lines of a value; TypeError if it is not made of plain types."""
    kind = type(value)
    if value is None or kind is bool:
        lines.append("N" if value is None else "T" if value else "F")
    elif kind is int:
        lines.append("i%x" % value)
    elif kind is float:
        lines.append("f" + repr(value))
    elif kind is complex:
        lines.append("c%r %r" % (value.real, value.imag))
    elif kind is str:
        lines.append("s" + _escape(value))
    elif kind is bytes:
        lines.append("b" + value.hex())
    else:
        letters = [letter for letter, each in _CONTAINERS.items() if each is kind]
        if kind is not dict and not letters or any([holder is value for holder in holders]):
            what = "contains itself" if letters or kind is dict else "is of type %s" % kind.__name__
            raise TypeError("cannot save the snapshot's attribute %r: a value %s" % (name, what))
        lines.append("%s%d" % (letters[0] if letters else "{", len(value)))
        for item in value:
            _encode_value(item, lines, name, holders + (value,))
            if kind is dict:
                _encode_value(value[item], lines, name, holders + (value,))


def _decode_value(lines):
    line = next(lines)
    letter, text = line[0], line[1:]
    if letter in "NTF":
        return {"N": None, "T": True, "F": False}[letter]
    if letter == "i":
        return int(text, 16)
    if letter == "f":
        return float(text)
    if letter == "c":
        real, imag = text.split(" ")
        return complex(float(real), float(imag))
    if letter == "s":
        return _unescape(text)
    if letter == "b":
        return bytes.fromhex(text)
    if letter == "{":
        result = {}
        for _ in range(int(text)):
            key = _decode_value(lines)
            result[key] = _decode_value(lines)
        return result
    return _CONTAINERS[letter]([_decode_value(lines) for _ in range(int(text))])


def _encode_traces(traces, lines):
    names, places, backs, rows = {}, {}, {}, []
    for trace in traces:
        domain, size, frames, total = trace
        back = backs.get((frames, total))
        if back is None:
            row = ["N" if total is None else "%d" % total]
            for frame in frames:
                place = places.get(frame)
                if place is None:
                    filename, lineno = frame
                    names.setdefault(filename + "", len(names))
                    place = places[frame] = len(places)
                row.append("%d" % place)
            back = backs[frames, total] = len(backs), " ".join(row)
        rows.append("%d %d %d" % (domain, size, back[0]))
    lines.append("%d" % len(names))
    lines.extend([_escape(name) for name in names])
    lines.append("%d" % len(places))
    lines.extend(["%d %d" % (names[filename], lineno) for filename, lineno in places])
    lines.append("%d" % len(backs))
    lines.extend([text for _, text in backs.values()])
    lines.append("%d" % len(rows))
    lines.extend(rows)


def _table(lines):
    return [next(lines) for _ in range(int(next(lines)))]


def _entry(table, index):
    if index[:1] == "-":
        raise IndexError
    return table[int(index)]


def _decode_traces(lines):
    names = [_unescape(line) for line in _table(lines)]
    places = []
    for line in _table(lines):
        name, lineno = line.split(" ")
        places.append((_entry(names, name), int(lineno)))
    backs = []
    for line in _table(lines):
        total, *frames = line.split(" ")
        backs.append((tuple([_entry(places, index) for index in frames]),
                      None if total == "N" else int(total)))
    traces = []
    for line in _table(lines):
        domain, size, index = line.split(" ")
        frames, total = _entry(backs, index)
        traces.append((int(domain), int(size), frames, total))
    return traces


def _encode_snapshot(snapshot):
    if type(snapshot) is not Snapshot:
        raise TypeError("cannot save a %s: only a plain Snapshot" % type(snapshot).__name__)
    attributes = dict(vars(snapshot))
    traces = attributes.pop("traces", None)
    if type(traces) is not _Traces or type(traces._traces) not in (list, tuple):
        raise TypeError("cannot save the snapshot: its attribute 'traces' is not a snapshot's")
    lines = ["[" if type(traces._traces) is list else "("]
    try:
        _encode_traces(traces._traces, lines)
    except (TypeError, ValueError) as error:
        raise TypeError("cannot save the snapshot: a trace is not (domain, size, frames, total): %s"
                        % error) from None
    lines.append("%d" % len(attributes))
    for name, value in attributes.items():
        lines.append(_escape(name))
        _encode_value(value, lines, name)
    payload = "\n".join(lines).encode("utf-8", "surrogatepass")
    head = "%d %d %d\n" % (_VERSION, len(payload), _checksum(payload))
    return _MAGIC + head.encode() + payload


def _check_head(data):
    """The payload of a file; _BadFile if it is not whole."""
    if not data.startswith(_MAGIC):
        cut = data and _MAGIC.startswith(data)
        raise _BadFile("the file is truncated" if cut else
                       "the file is empty" if not data else "this is not a snapshot saved by Adder")
    end = data.find(b"\n", 0, len(_MAGIC) + 100)
    head = data[len(_MAGIC):end].split(b" ") if end >= 0 else []
    if end < 0 and len(data) < len(_MAGIC) + 100:
        raise _BadFile("the file is truncated")
    if not head or not all([field.isdigit() for field in head]):
        raise _BadFile("the file is corrupted: its first line is malformed")
    if int(head[0]) != _VERSION:
        raise _BadFile("its format is version %d, this Adder reads version %d"
                       % (int(head[0]), _VERSION))
    if len(head) != 3:
        raise _BadFile("the file is corrupted: its first line is malformed")
    payload = data[end + 1:]
    if len(payload) > int(head[1]):
        raise _BadFile("the file is corrupted: it is longer than its first line says")
    if len(payload) < int(head[1]):
        raise _BadFile("the file is truncated: %d of %d bytes" % (len(payload), int(head[1])))
    if _checksum(payload) != int(head[2]):
        raise _BadFile("the file is corrupted: its checksum is wrong")
    return payload


def _decode_snapshot(data):
    payload = _check_head(data)
    try:
        lines = iter(payload.decode("utf-8", "surrogatepass").split("\n"))
        container = _CONTAINERS[next(lines)]
        snapshot = Snapshot(container(_decode_traces(lines)), 1)
        attributes = {}
        for _ in range(int(next(lines))):
            name = _unescape(next(lines))
            attributes[name] = _decode_value(lines)
        if next(lines, None) is not None or "traceback_limit" not in attributes:
            raise ValueError
        vars(snapshot).update(attributes)
        return snapshot
    except (ArithmeticError, LookupError, ValueError, TypeError, StopIteration, RecursionError):
        raise _BadFile("the file is corrupted: its contents make no sense") from None


def take_snapshot():
    """The traces of all blocks that are alive now."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot(_get_traces(), get_traceback_limit())
