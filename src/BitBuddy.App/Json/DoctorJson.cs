namespace BitBuddy.App.Json;

internal sealed record DoctorJson(IReadOnlyList<DoctorLineJson> Checks);
