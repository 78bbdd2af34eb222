namespace BitBuddy.Llama.Native;

/// <summary><c>llama_token_attr</c>, the ones we ask for.</summary>
[Flags]
internal enum TokenAttributes
{
    None = 0,
    Unknown = 1 << 0,
    Control = 1 << 3,
    UserDefined = 1 << 4,
}
