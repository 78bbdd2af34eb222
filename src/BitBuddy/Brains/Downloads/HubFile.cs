namespace BitBuddy.Brains;

/// <summary>A GGUF file on the hub. What is known of it beforehand must be what the hub says, or nothing is fetched.</summary>
/// <param name="Owner">As "Qwen".</param>
/// <param name="Repository">As "Qwen2.5-1.5B-Instruct-GGUF".</param>
/// <param name="File">A name without folders that ends in .gguf.</param>
/// <param name="Revision">A branch, or a commit.</param>
public sealed record HubFile(string Owner, string Repository, string File, string Revision = "main")
{
    private const string Extension = ".gguf";
    private static readonly string[] Hosts = ["hf.co/", "huggingface.co/", "www.huggingface.co/"];

    /// <summary>Null where it is not known beforehand.</summary>
    public long? Bytes { get; init; }

    /// <summary>64 hexadecimal digits, lower case; null where it is not known beforehand.</summary>
    public string? Sha256 { get; init; }

    public string? Licence { get; init; }

    /// <summary>hf.co/OWNER/REPO/FILE.gguf, with the revision where it is not the usual one.</summary>
    public string Name => Revision == "main" ? Source : $"hf.co/{Owner}/{Repository}/resolve/{Revision}/{File}";

    /// <summary>hf.co/OWNER/REPO/FILE.gguf, whatever the revision.</summary>
    internal string Source => $"hf.co/{Owner}/{Repository}/{File}";

    /// <summary>True where a name is meant for the hub, right or wrong.</summary>
    public static bool IsHubName(string id) => Hosts.Any(host => WithoutScheme(id).StartsWith(host, StringComparison.OrdinalIgnoreCase));

    /// <summary>hf.co/OWNER/REPO/FILE.gguf, or an address of such a file as a browser shows it.</summary>
    /// <exception cref="BuddyException">It names no such file.</exception>
    public static HubFile Parse(string id) => TryParse(id) ?? throw new BuddyException(
        $"{Display.Line(id)} names no brain on the hub; write hf.co/OWNER/REPO/FILE.gguf as it stands there.", ExitCode.Usage);

    /// <summary>As <see cref="Parse"/>; null where it names no such file.</summary>
    public static HubFile? TryParse(string id)
    {
        if (!IsHubName(id))
            return null;
        var path = WithoutScheme(id).Split('?', '#')[0];
        return path.Split('/')[1..] switch
        {
            [var owner, var repository, var file] => Checked(new(owner, repository, Unescaped(file))),
            [var owner, var repository, "resolve" or "blob", .. var revision, var file] when revision.Length > 0 =>
                Checked(new(owner, repository, Unescaped(file), string.Join('/', revision))),
            _ => null,
        };
    }

    /// <summary>True where every part is a safe name.</summary>
    internal bool IsSafe =>
        SafeName.IsHubWord(Owner) && SafeName.IsHubWord(Repository) && Revision.Split('/').All(SafeName.IsHubWord)
        && SafeName.IsFile(File) && File.Length > Extension.Length && File.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    private static HubFile? Checked(HubFile file) => file.IsSafe ? file : null;

    private static string Unescaped(string file) => Uri.UnescapeDataString(file);

    private static string WithoutScheme(string id) => id.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? id[8..] : id;
}
