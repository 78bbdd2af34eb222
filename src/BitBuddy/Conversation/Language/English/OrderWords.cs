using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Words that sort.</summary>
internal static class OrderWords
{
    /// <summary>They sort wherever they stand.</summary>
    public static readonly Dictionary<string, FileOrder> Superlatives = new()
    {
        ["newest"] = FileOrder.Newest,
        ["latest"] = FileOrder.Newest,
        ["youngest"] = FileOrder.Newest,
        ["freshest"] = FileOrder.Newest,
        ["oldest"] = FileOrder.Oldest,
        ["earliest"] = FileOrder.Oldest,
        ["largest"] = FileOrder.Largest,
        ["biggest"] = FileOrder.Largest,
        ["heaviest"] = FileOrder.Largest,
        ["hugest"] = FileOrder.Largest,
        ["smallest"] = FileOrder.Smallest,
        ["tiniest"] = FileOrder.Smallest,
    };

    /// <summary>They sort only before a word for files: "new photos", but "New York".</summary>
    public static readonly Dictionary<string, FileOrder> Adjectives = new()
    {
        ["new"] = FileOrder.Newest,
        ["recent"] = FileOrder.Newest,
        ["last"] = FileOrder.Newest,
        ["old"] = FileOrder.Oldest,
        ["big"] = FileOrder.Largest,
        ["large"] = FileOrder.Largest,
        ["huge"] = FileOrder.Largest,
        ["small"] = FileOrder.Smallest,
        ["tiny"] = FileOrder.Smallest,
    };
}
