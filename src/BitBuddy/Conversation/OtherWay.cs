using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Another query for a question that found nothing as it stands.</summary>
internal sealed record OtherWay(FileQuery Query)
{
    /// <inheritdoc cref="Facts.Corrected"/>
    public string? Corrected { get; init; }

    /// <inheritdoc cref="Facts.IsNamed"/>
    public bool IsNamed { get; init; }

    /// <inheritdoc cref="Facts.IsMentioned"/>
    public bool IsMentioned { get; init; }
}
