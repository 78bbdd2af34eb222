using System.Text.Json;
using System.Text.Json.Serialization;
using BitBuddy.Brains;
using BitBuddy.Personalities;

namespace BitBuddy;

/// <summary>The state files of the home: strict, so that a typo is named and not ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    MaxDepth = 16)]
[JsonSerializable(typeof(Config))]
[JsonSerializable(typeof(BrainCache))]
[JsonSerializable(typeof(KnownBrain))]
[JsonSerializable(typeof(PartialRecord))]
[JsonSerializable(typeof(PullOwner))]
[JsonSerializable(typeof(HostRecord))]
[JsonSerializable(typeof(Tunings))]
[JsonSerializable(typeof(BuddyArchive))]
[JsonSerializable(typeof(HealthMarks))]
internal sealed partial class CoreJson : JsonSerializerContext;
