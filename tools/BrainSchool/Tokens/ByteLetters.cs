namespace BrainSchool.Tokens;

/// <summary>Each byte as one printable letter, as byte-level vocabularies of the kind "gpt2" are written.</summary>
internal static class ByteLetters
{
    private static readonly char[] Letters = Make();
    private static readonly Dictionary<char, byte> Bytes = Letters.Index().ToDictionary(letter => letter.Item, letter => (byte)letter.Index);

    public static char Of(byte value) => Letters[value];

    public static byte ToByte(char letter) => Bytes[letter];

    private static char[] Make()
    {
        var letters = new char[256];
        var next = 256;
        for (var value = 0; value < 256; value++)
            letters[value] = value is >= 33 and < 127 or >= 161 and < 173 or >= 174 ? (char)value : (char)next++;
        return letters;
    }
}
