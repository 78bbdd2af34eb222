using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace BrainSchool.Maths;

/// <summary>Products of matrices (rows one behind the other): OpenBLAS where it is installed, else plain vector code, some three times slower.</summary>
internal static unsafe partial class Blas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101;
    private const int Plain = 111;
    private const int Turned = 112;

    /// <summary>"OpenBLAS" or "vector code"; which of them it is may change the last bits of a training.</summary>
    public static string Name => IsNative ? "OpenBLAS" : "vector code";

    private static bool IsNative { get; } = TryStart();

    /// <summary>c = alpha · a · b + beta · c, where a is rows × inner and b inner × columns once they are turned as told.</summary>
    /// <param name="wide">Floats from one row to the next.</param>
    public static void Multiply(
        bool turnA, bool turnB, int rows, int columns, int inner, float alpha, ReadOnlySpan<float> a, int wideA, ReadOnlySpan<float> b, int wideB, float beta, Span<float> c, int wideC)
    {
        if (!IsNative)
        {
            Managed(turnA, turnB, rows, columns, inner, alpha, a, wideA, b, wideB, beta, c, wideC);
            return;
        }

        fixed (float* pa = a, pb = b, pc = c)
            cblas_sgemm(RowMajor, turnA ? Turned : Plain, turnB ? Turned : Plain, rows, columns, inner, alpha, pa, wideA, pb, wideB, beta, pc, wideC);
    }

    /// <summary>The same without OpenBLAS; never both turned.</summary>
    internal static void Managed(
        bool turnA, bool turnB, int rows, int columns, int inner, float alpha, ReadOnlySpan<float> a, int wideA, ReadOnlySpan<float> b, int wideB, float beta, Span<float> c, int wideC)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = c.Slice(i * wideC, columns);
            if (beta == 0)
                row.Clear();
            else if (beta != 1)
                TensorPrimitives.Multiply(row, beta, row);
            if (turnB)
            {
                for (var j = 0; j < columns; j++)
                    row[j] += alpha * TensorPrimitives.Dot(a.Slice(i * wideA, inner), b.Slice(j * wideB, inner));
                continue;
            }

            for (var k = 0; k < inner; k++)
                TensorPrimitives.MultiplyAdd(b.Slice(k * wideB, columns), alpha * (turnA ? a[(k * wideA) + i] : a[(i * wideA) + k]), row, row);
        }
    }

    // Each thread of ours computes its own half, so the library keeps to the thread that calls it.
    private static bool TryStart()
    {
        if (!NativeLibrary.TryLoad(Library, out _))
            return false;
        openblas_set_num_threads(1);
        return true;
    }

    [LibraryImport(Library)]
    private static partial void openblas_set_num_threads(int threads);

    [LibraryImport(Library)]
    private static partial void cblas_sgemm(int order, int turnA, int turnB, int m, int n, int k, float alpha, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc);
}
