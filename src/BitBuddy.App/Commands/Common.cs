using System.CommandLine;

namespace BitBuddy.App.Commands;

/// <summary>Options that several verbs share, and the way an action is run.</summary>
internal static class Common
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object (docs/contracts.md)." };

    public static Option<string?> Buddy() => new("--buddy") { Description = "Which buddy; the chosen one by default.", HelpName = "N" };

    public static Option<string[]> Folder() => new("--folder")
    {
        Description = "Make this folder known and answer from it alone; may be repeated.",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Brain() => new("--brain")
    {
        Description = "A brain for this time: a name, a path, digits of its sha256, or none.",
        HelpName = "ID|none",
    };

    /// <summary>Free words. What looks like an option is one that nobody knows, unless <c>--</c> stands before.</summary>
    public static Argument<string[]> Words(Session session, string name, string description)
    {
        var words = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        if (!session.Arguments.Contains("--"))
            words.Validators.Add(result =>
            {
                if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && token.Value.Length > 1 && !token.Value.Contains(' ')) is { } option)
                    result.AddError($"Unknown option '{option.Value}'; put -- before words that begin with a dash.");
            });
        return words;
    }
}
