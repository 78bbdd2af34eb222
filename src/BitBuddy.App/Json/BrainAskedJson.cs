namespace BitBuddy.App.Json;

/// <param name="Asked">The hosts that were asked.</param>
/// <param name="Model">The brain that was got ready because there was no host.</param>
/// <param name="Seconds">How long it took to wake.</param>
internal sealed record BrainAskedJson(IReadOnlyList<HostJson> Asked, string? Model, double? Seconds);
