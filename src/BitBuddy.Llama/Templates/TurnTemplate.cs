namespace BitBuddy.Llama.Templates;

/// <summary>A template that puts a mark before and after each turn. <c>{name}</c> in a mark is the assistant's name.</summary>
internal sealed class TurnTemplate(string family, TurnMarks system, TurnMarks user, TurnMarks assistant, string open) : ChatTemplate
{
    public override string Family => family;

    public bool Bos { get; init; }

    public override bool StartsWithBos => Bos;

    public IReadOnlyList<string> StopsAt { get; init; } = [];

    public override IReadOnlyList<string> Stops => StopsAt;

    /// <summary>White space around a message is not part of it.</summary>
    public bool Trims { get; init; }

    /// <summary>But white space around the system's text is.</summary>
    public bool KeepsSystem { get; init; }

    /// <summary>There is no system turn for an empty text.</summary>
    public bool LeavesEmptySystemOut { get; init; }

    /// <summary>There is no system turn: its text opens the user's next turn, with this between them. Null: there is one.</summary>
    public string? FoldsSystemWith { get; init; }

    /// <summary>What the system says when the talk does not begin with a system message.</summary>
    public string? DefaultSystem { get; init; }

    /// <summary>A turn's text begins with a space, because the mark before it ends without one.</summary>
    public bool SpacesText { get; init; }

    public override IReadOnlyList<PromptPiece> Render(IReadOnlyList<PromptMessage> messages)
    {
        var pieces = new PieceList();
        var name = messages.FirstOrDefault(message => message.Role == PromptRole.System)?.Name is { Length: > 0 } given ? given : "Buddy";
        var folded = false;
        var content = 0;
        if (DefaultSystem is not null && messages is not [{ Role: PromptRole.System }, ..])
            pieces.Frame(system.Before + DefaultSystem + system.After);

        foreach (var message in messages)
        {
            if (LeavesEmptySystemOut && message.Role == PromptRole.System && message.Contents.All(text => text.Length == 0))
            {
                // No frame, but each content has its piece.
                foreach (var text in message.Contents)
                    pieces.Data(text, content++);
                continue;
            }

            var foldsNow = FoldsSystemWith is not null && message.Role == PromptRole.System;
            var marks = message.Role switch
            {
                PromptRole.System => foldsNow ? user : system,
                PromptRole.User => user,
                _ => assistant,
            };
            if (folded && message.Role == PromptRole.Assistant)
                Close();
            pieces.Frame(folded ? FoldsSystemWith! : marks.Before.Replace("{name}", name, StringComparison.Ordinal));
            foreach (var text in Texts(message))
                pieces.Data(text, content++);
            folded = foldsNow;
            if (!folded)
                pieces.Frame(marks.After);
        }

        if (folded)
            Close();
        pieces.Frame(open.Replace("{name}", name, StringComparison.Ordinal));
        return pieces.Pieces;

        void Close()
        {
            pieces.Frame(user.After);
            folded = false;
        }
    }

    private string[] Texts(PromptMessage message)
    {
        string[] texts = [.. message.Contents];
        var trims = Trims && !(KeepsSystem && message.Role == PromptRole.System);
        for (var i = 0; trims && i < texts.Length && (texts[i] = texts[i].TrimStart()).Length == 0; i++) { }
        for (var i = texts.Length - 1; trims && i >= 0 && (texts[i] = texts[i].TrimEnd()).Length == 0; i--) { }
        if (SpacesText && message.Role != PromptRole.System && texts.Length > 0)
            texts[0] = " " + texts[0].TrimStart(' ');
        return texts;
    }
}

/// <summary>The frame of one role's turn.</summary>
internal sealed record TurnMarks(string Before, string After);
