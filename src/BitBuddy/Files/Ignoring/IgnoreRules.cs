using System.Runtime.InteropServices;
using System.Text;
using BitBuddy.Platform;

namespace BitBuddy.Files.Ignoring;

/// <summary>
/// What of a folder is left out: nobody's files (caches, what tools fetch and build, the insides of repositories and of virtual machines),
/// and what <c>.bitbuddyignore</c> files say, there and in the folders above.
/// </summary>
internal sealed class IgnoreRules
{
    /// <summary>The file's name.</summary>
    public const string FileName = ".bitbuddyignore";

    private const int LongestFile = 64 * 1024;
    private const int MostRules = 1000;

    /// <summary>Left out unless a file says otherwise.</summary>
    private static readonly IgnoreRule[] Usual = [.. ("node_modules/ bower_components/ __pycache__/ .git/ .hg/ .svn/ .bzr/ .jj/ "
        + ".cache/ .npm/ .yarn/ .pnpm-store/ .gradle/ .m2/ .nuget/ .cargo/ .rustup/ .tox/ .nox/ .venv/ .mypy_cache/ .pytest_cache/ .ruff_cache/ .terraform/ "
        + "GPUCache/ Code?Cache/ CacheStorage/ Caches/ .thumbnails/ .Trash/ .Trash-*/ $RECYCLE.BIN/ System?Volume?Information/ lost+found/ "
        + "*.vmwarevm/ *.pvm/ *.utm/ *.vbox/ *.sparsebundle/ .vagrant/").Split(' ').Select(IgnoreRule.Of).OfType<IgnoreRule>()];

    private static readonly byte[] Name = Encoding.UTF8.GetBytes(FileName);

    // Most folders have none: each read of nothing takes no memory.
    [ThreadStatic]
    private static byte[]? _head;

    private readonly IgnoreRules? _above;
    private readonly string _name;
    private readonly IReadOnlyList<IgnoreRule> _own;
    private readonly bool _any;

    private IgnoreRules(IgnoreRules? above, string name, IReadOnlyList<IgnoreRule> own)
    {
        (_above, _name, _own) = (above, name, own);
        _any = own.Count > 0 || above is { _any: true };
    }

    /// <summary>True for a cache that says so: nothing in it is known.</summary>
    public bool LeavesAllOut { get; set; }

    /// <summary>The rules in a file system's root.</summary>
    public static IgnoreRules OfRoot(byte[] root) => new(null, PathText.Show(root), Read(root));

    /// <summary>The rules in a folder of this one.</summary>
    /// <param name="hasFile">True where a file of rules lies there.</param>
    public IgnoreRules Inside(byte[] folder, byte[] name, bool hasFile) => new(_any ? this : null, PathText.Show(name), hasFile ? Read(folder) : []);

    /// <summary>True for what lies in the folder of these rules and is left out.</summary>
    public bool Ignores(ReadOnlySpan<byte> name, bool isFolder)
    {
        if (!_any && !isFolder)
            return false;
        var path = new List<string> { PathText.Show(name) };
        for (var rules = _any ? this : null; rules is not null; rules = rules._above)
        {
            for (var i = rules._own.Count - 1; i >= 0; i--)
            {
                if (rules._own[i].Fits(CollectionsMarshal.AsSpan(path), isFolder))
                    return rules._own[i].Takes;
            }

            path.Insert(0, rules._name);
        }

        return isFolder && Usual.Any(rule => rule.Fits([path[^1]], isFolder));
    }

    /// <summary>True for the name of a file of rules.</summary>
    public static bool IsFile(ReadOnlySpan<byte> name) => name.SequenceEqual(Name);

    private static IReadOnlyList<IgnoreRule> Read(byte[] folder)
    {
        var head = _head ??= new byte[LongestFile];
        var length = FileHead.Read(PathText.Join(folder, Name), head);
        return length == 0 ? [] : [.. Encoding.UTF8.GetString(head.AsSpan(0, length)).Split('\n').Select(IgnoreRule.Of).OfType<IgnoreRule>().Take(MostRules)];
    }
}
