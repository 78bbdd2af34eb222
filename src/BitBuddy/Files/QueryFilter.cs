using System.Text;
using BitBuddy.Files.Contents;

namespace BitBuddy.Files;

/// <summary>Everything of a query but its words and order, as a test on the packed facts of a file.</summary>
internal sealed class QueryFilter
{
    private readonly bool[] _kinds = new bool[256];
    private readonly List<(FileKind Kind, byte[] Ending)> _endings = [];
    private readonly byte[][] _begins;
    private readonly byte[][] _ends;
    private readonly bool _anyKind;
    private readonly long _least;
    private readonly long _most;
    private readonly long _from;
    private readonly long _until;
    private readonly FolderSet? _folders;
    private readonly FolderSet? _places;
    private readonly IReadOnlySet<KnownContents>? _contents;

    /// <param name="tree">All folders, asked for where they are needed.</param>
    /// <param name="contents">The files whose contents are asked for; null where contents do not matter.</param>
    public QueryFilter(FileQuery query, FolderTable folders, Func<FolderTree> tree, IReadOnlySet<KnownContents>? contents)
    {
        _contents = contents;
        _anyKind = query.Kinds.Count + query.Extensions.Count == 0;
        foreach (var kind in query.Kinds)
            _kinds[(byte)kind] = true;
        _endings.AddRange(query.Extensions.Distinct().Select(extension => (FileKinds.Of("." + extension), Encoding.UTF8.GetBytes("." + NameFold.Fold(extension)))));
        (_begins, _ends) = (Folded(query.Begins), Folded(query.Ends));
        (_least, _most) = (query.MinBytes ?? long.MinValue, query.MaxBytes ?? long.MaxValue);
        (_from, _until) = (query is { Taken: false, From: { } from } ? Nanoseconds(from) : long.MinValue, query is { Taken: false, Until: { } until } ? Nanoseconds(until) : long.MaxValue);
        var ids = query.Folders.Select(path => folders.Find(PathText.Absolute(path))).OfType<long>().Distinct().ToList();
        if (query.Folders.Count > 0 && !folders.HoldAll(ids))
            _folders = tree().Below(tree().Of(ids));
        if (query.Places.Count > 0)
            _places = query.Places.Select(place => Place(place, tree())).Aggregate((some, more) => some.With(more));
    }

    /// <summary>True where names must be looked at.</summary>
    public bool NeedsNames => _endings.Count + _begins.Length + _ends.Length > 0;

    /// <summary>True for a file that is asked for.</summary>
    /// <param name="name">Folded; looked at only where <see cref="NeedsNames"/>.</param>
    public bool Fits(in FileFacts file, ReadOnlySpan<byte> name) =>
        file.Bytes >= _least && file.Bytes <= _most && file.ModifiedNs >= _from && (file.ModifiedNs < _until || _until == long.MaxValue)
        && (_anyKind || _kinds[file.Kind] || (_endings.Count > 0 && EndsRight((FileKind)file.Kind, name)))
        && (_folders is null || _folders.Has(file.Folder)) && (_places is null || _places.Has(file.Folder))
        && (_begins.Length == 0 || Begins(name)) && (_ends.Length == 0 || Ends(name))
        && (_contents is null || _contents.Contains(new(file.Uid, file.ModifiedNs, file.Bytes)));

    /// <summary>Nanoseconds since 1970; moments beyond their range stand at its end.</summary>
    public static long Nanoseconds(DateTimeOffset moment) =>
        (long)Int128.Clamp((Int128)(moment - DateTimeOffset.UnixEpoch).Ticks * 100, long.MinValue, long.MaxValue);

    private bool EndsRight(FileKind fileKind, ReadOnlySpan<byte> name)
    {
        foreach (var (kind, ending) in _endings)
        {
            // "." alone: a name without any ending.
            if ((kind == FileKind.Other || kind == fileKind) && (ending.Length == 1 ? name[1..].IndexOf(ending) < 0 : name.EndsWith(ending)))
                return true;
        }

        return false;
    }

    private bool Begins(ReadOnlySpan<byte> name)
    {
        foreach (var begin in _begins)
        {
            if (name.StartsWith(begin))
                return true;
        }

        return false;
    }

    private bool Ends(ReadOnlySpan<byte> name)
    {
        var stem = name.LastIndexOf((byte)'.') is var dot and > 0 ? name[..dot] : name;
        foreach (var end in _ends)
        {
            if (stem.EndsWith(end) || name.EndsWith(end))
                return true;
        }

        return false;
    }

    private static byte[][] Folded(IReadOnlyList<string> words) => [.. words.Select(word => Encoding.UTF8.GetBytes(NameFold.Fold(word)))];

    // "uni/thesis": a folder of the last name, somewhere below one of the name before.
    private static FolderSet Place(string place, FolderTree tree)
    {
        FolderSet? above = null;
        foreach (var part in place.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var named = tree.Named(Encoding.UTF8.GetBytes(NameFold.Fold(part)));
            above = tree.Below(above is null ? named : tree.In(named, above));
        }

        return above ?? tree.Of([]);
    }
}
