namespace BitBuddy.App.Json;

/// <param name="State">ok, off or broken.</param>
/// <param name="Next">What to do; null when all is well.</param>
internal sealed record DoctorLineJson(string What, string State, string Detail, string? Next);
