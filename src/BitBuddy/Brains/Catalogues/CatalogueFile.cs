using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>Where the catalogue comes from: <c>brains.json</c> in the home, else the one the app carries.</summary>
public sealed class CatalogueFile(BuddyHome home)
{
    private const int LargestBytes = 1_000_000;
    private const string Resource = "BitBuddy.Brains.Catalogues.brains.json";

    private readonly KeptFile<Catalogue> _own = new(home.CatalogueFile, LargestBytes, json => CatalogueReader.Read(json, home.CatalogueFile));

    /// <summary>The catalogue the app carries.</summary>
    public static Catalogue Carried => field ??= ReadCarried();

    /// <exception cref="BuddyException">The user's own file is broken; its line is named.</exception>
    public Catalogue Load()
    {
        var shown = Display.Line(home.CatalogueFile);
        try
        {
            return _own.Read() ?? Carried;
        }
        catch (InvalidDataException e)
        {
            throw new BuddyException($"{shown} is too large to be a catalogue; move it away and try again.", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{shown} cannot be read ({Display.Line(e.Message)}); check its permissions, or move it away.", inner: e);
        }
    }

    private static Catalogue ReadCarried()
    {
        using var stream = typeof(CatalogueFile).Assembly.GetManifestResourceStream(Resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return CatalogueReader.Read(bytes, "brains.json");
    }
}
