using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace BitBuddy.Llama.Native;

/// <summary><c>llama_model_kv_override</c>: a value to use in place of the file's; a list ends with one that has no key.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct KvOverride
{
    private const int Integer = 0;
    private const int Text = 3;

    private int _tag;
    private Name _key;
    private Value _value;

    public static KvOverride Of(string key, long number)
    {
        var entry = new KvOverride { _tag = Integer };
        Encoding.UTF8.GetBytes(key, entry._key);
        MemoryMarshal.Write(MemoryMarshal.AsBytes((Span<long>)entry._value), number);
        return entry;
    }

    public static KvOverride Of(string key, string text)
    {
        var entry = new KvOverride { _tag = Text };
        Encoding.UTF8.GetBytes(key, entry._key);
        Encoding.UTF8.GetBytes(text, MemoryMarshal.AsBytes((Span<long>)entry._value));
        return entry;
    }

    /// <summary>The bytes that a key may have; one more ends it.</summary>
    public const int MostKeyBytes = 127;

    [InlineArray(128)]
    private struct Name
    {
        private byte _first;
    }

    // A union of a whole number, a real one, a truth value and 128 bytes of text.
    [InlineArray(16)]
    private struct Value
    {
        private long _first;
    }
}
