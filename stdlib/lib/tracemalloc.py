"""Traces of memory blocks: who allocated what is alive, and how that changes.

A trace is (domain, size, frames, total number of frames), frames being ((filename, lineno), ...) with
the most recent first. Snapshots keep such tuples as _tracemalloc gives them; the classes here are
views of them.
"""
from _tracemalloc import (
    _get_object_traceback, _get_traces, clear_traces, get_traceback_limit, get_traced_memory,
    get_tracemalloc_memory, is_tracing, reset_peak, start, stop)


def _format_size(size, sign):
    form = "%+.*f %s" if sign else "%.*f %s"
    for unit in ("B", "KiB", "MiB", "GiB", "TiB"):
        if abs(size) < 100 and unit != "B":
            return form % (1, size, unit)
        if abs(size) < 10 * 1024 or unit == "TiB":
            return form % (0, size, unit)
        size /= 1024


class _Sequence:
    """What follows from __len__ and __getitem__."""

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]

    def index(self, value, start=0, stop=None):
        for i in range(len(self))[start:stop]:
            if self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return sum([1 for item in self if item == value])


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

    def __le__(self, other):
        return self._frame <= other._frame if isinstance(other, Frame) else NotImplemented

    def __gt__(self, other):
        return self._frame > other._frame if isinstance(other, Frame) else NotImplemented

    def __ge__(self, other):
        return self._frame >= other._frame if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return "%s:%s" % (self.filename, self.lineno)

    def __repr__(self):
        return "<Frame filename=%r lineno=%r>" % (self.filename, self.lineno)


def _source_line(filename, lineno):
    """The line without blanks around it; '' where there is none."""
    try:
        with open(filename, errors="replace") as file:
            for number, line in enumerate(file, 1):
                if number == lineno:
                    return line.strip()
    except OSError:
        pass
    return ""


class Traceback(_Sequence):
    """Frames from the oldest to the most recent."""

    __slots__ = ("_frames", "_total_nframe")

    def __init__(self, frames, total_nframe=None):
        self._frames = tuple(frames[::-1])
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
            frames = self[:]
        elif limit > 0:
            frames = self[-limit:]
        else:
            frames = self[:limit]
        lines = []
        for frame in reversed(frames) if most_recent_first else frames:
            lines.append('  File "%s", line %s' % (frame.filename, frame.lineno))
            text = _source_line(frame.filename, frame.lineno)
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


class _Traces(_Sequence):
    def __init__(self, traces):
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

    __hash__ = None

    def __repr__(self):
        return "<Traces len=%s>" % len(self)


def _normalize_filename(filename):
    return filename[:-1] if filename.endswith(".pyc") else filename


def _match_set(pattern, start, character):
    """[...] at pattern[start]: (whether the character is in it, place behind it), or None if it has no end."""
    i = start + 1
    negated = pattern[i:i + 1] == "!"
    i += negated
    end = pattern.find("]", i + 1)
    if end < 0:
        return None
    found = False
    while i < end:
        if i + 2 < end and pattern[i + 1] == "-":
            found = found or pattern[i] <= character <= pattern[i + 2]
            i += 3
        else:
            found = found or pattern[i] == character
            i += 1
    return found != negated, end + 1


def _fnmatch(name, pattern):
    """Whether a name matches a shell pattern: * ? [abc] [!abc]."""
    at = i = 0
    star = retry = -1
    while at < len(name):
        step = 0
        if i < len(pattern):
            character = pattern[i]
            if character == "*":
                star, retry = i, at
                i += 1
                continue
            in_set = _match_set(pattern, i, name[at]) if character == "[" else None
            if in_set is not None:
                step = in_set[1] - i if in_set[0] else 0
            elif character == "?" or character == name[at]:
                step = 1
        if step:
            i += step
            at += 1
        elif star >= 0:
            retry += 1
            i, at = star + 1, retry
        else:
            return False
    return pattern[i:].strip("*") == ""


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
        if not _fnmatch(_normalize_filename(filename), self._filename_pattern):
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

    def filter_traces(self, filters):
        """A new snapshot: traces that an inclusive filter takes (if there is one) and no other refuses."""
        if not hasattr(type(filters), "__iter__"):
            raise TypeError("filters must be a list of filters, not %s" % type(filters).__name__)
        wanted = [f for f in filters if f.inclusive]
        unwanted = [f for f in filters if not f.inclusive]
        kept = []
        for trace in self.traces._traces:
            if wanted and not any([f._match(trace) for f in wanted]):
                continue
            if all([f._match(trace) for f in unwanted]):
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


def take_snapshot():
    """The traces of all blocks that are alive now."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot(_get_traces(), get_traceback_limit())
