namespace BitBuddy.App.Editing;

/// <summary>Where the lines of a talk come from.</summary>
internal interface ILines
{
    /// <summary>The next line. <paramref name="typing"/> is given what stands in it each time that changes, where it can be seen.</summary>
    ValueTask<TypedLine> ReadAsync(Action<string> typing);
}
