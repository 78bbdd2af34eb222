using System.Globalization;

namespace BitBuddy;

/// <summary>What the user is asked. A host draws it and answers it before it asks for the next part.</summary>
/// <param name="Step">Which question it is: buddy, brain, file or licence.</param>
/// <param name="Text">The question.</param>
/// <param name="Options">The answers; none where any text is one.</param>
/// <param name="Default">The answer of who only presses Enter; null where there is none.</param>
public sealed record FirstRunQuestion(string Step, string Text, IReadOnlyList<FirstRunOption> Options, FirstRunOption? Default = null)
{
    /// <summary>The answer, an option's id where there are options; null until there is one.</summary>
    public string? Answer { get; private set; }

    /// <summary>Takes an answer: an option's number or id, any text where there are no options, or nothing for the default.</summary>
    /// <returns>A sentence where it is none; then the question stands.</returns>
    public string? TryAnswer(string text)
    {
        text = text.Trim();
        Answer = text.Length == 0 ? Default?.Id : Options.Count == 0 ? text : Find(text)?.Id;
        return Answer is not null ? null
            : Options.Count > 0 ? $"Answer with a number from 1 to {Options.Count}, or with a name of the list."
            : "Type an answer, or press Ctrl-C to go on another time.";
    }

    private FirstRunOption? Find(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? Options.ElementAtOrDefault(number - 1)
        : Options.FirstOrDefault(option => option.Id.Equals(text, StringComparison.OrdinalIgnoreCase));
}
