using System.Globalization;
using Microsoft.Extensions.AI;

namespace BitBuddy.Llama;

/// <summary>How a reply is sampled and where it ends.</summary>
internal sealed record ReplyOptions
{
    public int MaxTokens { get; init; } = 80;

    public float Temperature { get; init; } = 0.7f;

    /// <summary>0: no limit.</summary>
    public int TopK { get; init; } = 40;

    public float TopP { get; init; } = 0.95f;

    public float MinP { get; init; } = 0.05f;

    public float RepeatPenalty { get; init; } = 1;

    public float FrequencyPenalty { get; init; }

    public float PresencePenalty { get; init; }

    /// <summary>Null: another one each time.</summary>
    public uint? Seed { get; init; }

    public IReadOnlyList<string> Stops { get; init; } = [];

    /// <summary>Tokens that may come nowhere in the reply.</summary>
    public IReadOnlyList<int> Closed { get; init; } = [];

    internal bool Penalizes => RepeatPenalty != 1 || FrequencyPenalty != 0 || PresencePenalty != 0;

    /// <exception cref="NotSupportedException">Something is asked for that no brain here is ever given.</exception>
    /// <exception cref="LlamaException">A number is out of its range.</exception>
    public static ReplyOptions From(ChatOptions? options)
    {
        if (options is null)
            return new ReplyOptions();
        if (options.Tools is { Count: > 0 })
            throw new NotSupportedException("A brain is never offered tools; ask it without them.");
        if (options.ResponseFormat is ChatResponseFormatJson)
            throw new NotSupportedException("A brain answers in plain words; ask it without a JSON format.");
        if (options.Reasoning is not null)
            throw new NotSupportedException("A brain has no reasoning settings; ask it without them.");

        var usual = new ReplyOptions();
        return new ReplyOptions
        {
            MaxTokens = options.MaxOutputTokens ?? usual.MaxTokens,
            Temperature = options.Temperature ?? usual.Temperature,
            TopK = options.TopK ?? usual.TopK,
            TopP = options.TopP ?? usual.TopP,
            MinP = Extra(options, "min_p") ?? usual.MinP,
            RepeatPenalty = Extra(options, "repeat_penalty") ?? usual.RepeatPenalty,
            FrequencyPenalty = options.FrequencyPenalty ?? 0,
            PresencePenalty = options.PresencePenalty ?? 0,
            Seed = options.Seed is { } seed ? unchecked((uint)seed) : null,
            Stops = [.. options.StopSequences ?? []],
            Closed = options.AdditionalProperties?.GetValueOrDefault("closed_tokens") as IReadOnlyList<int> ?? [],
        }.Validated();
    }

    /// <exception cref="LlamaException">A number is out of its range.</exception>
    public ReplyOptions Validated()
    {
        Check(MaxTokens is >= 1 and <= 131_072, "max_tokens", "1 to 131072", MaxTokens);
        Check(Temperature is >= 0 and <= 5, "temperature", "0 to 5", Temperature);
        Check(TopK is >= 0 and <= 1_000_000, "top_k", "0 to 1000000", TopK);
        Check(TopP is > 0 and <= 1, "top_p", "above 0, at most 1", TopP);
        Check(MinP is >= 0 and <= 1, "min_p", "0 to 1", MinP);
        Check(RepeatPenalty is > 0 and <= 10, "repeat_penalty", "above 0, at most 10", RepeatPenalty);
        Check(FrequencyPenalty is >= -10 and <= 10, "frequency_penalty", "-10 to 10", FrequencyPenalty);
        Check(PresencePenalty is >= -10 and <= 10, "presence_penalty", "-10 to 10", PresencePenalty);
        Check(Stops.Count <= 32, "number of stop strings", "at most 32", Stops.Count);
        Check(Closed.Count <= 4096, "number of closed tokens", "at most 4096", Closed.Count);
        if (Stops.Any(stop => stop is not { Length: >= 1 and <= 256 }))
            throw new LlamaException("A stop string must have 1 to 256 characters.");
        return this;
    }

    private static float? Extra(ChatOptions options, string name) => options.AdditionalProperties?.GetValueOrDefault(name) switch
    {
        null => null,
        var value when float.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new LlamaException($"The option {name} must be a number."),
    };

    private static void Check(bool ok, string what, string range, double value)
    {
        if (!ok)
            throw new LlamaException(string.Create(CultureInfo.InvariantCulture, $"The {what} must be {range}, not {value:0.###}."));
    }
}
