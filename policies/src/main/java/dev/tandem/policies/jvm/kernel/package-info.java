/**
 * The inner loops of learning on a CPU: a layout of matrices in panels, the products on it, and
 * what stands between the products. Nothing here knows what is learnt. Sums are always taken in the
 * same order, so the same numbers come out on one thread and on many, and without vectors as on
 * vectors of 512 bits; narrower vectors take them in an order of their own.
 *
 * <p>Methods on vectors that are long stay in one piece because no vector may go from method to
 * method ({@link dev.tandem.policies.jvm.kernel.Simd}). The tile of the products and the width of
 * the panels are chosen by a trial of some tenths of a second at the start ({@link
 * dev.tandem.policies.jvm.kernel.Tiling}); what comes out is the same to the bit. {@code bench
 * learner} shows what there is to choose from, in 1e9 operations a second of one thread (AVX-512,
 * {@code -XX:MaxVectorSize=32} and {@code 16} for the narrower vectors):
 *
 * <table>
 *   <caption>Tiles of rows by vectors, in panels of so many columns</caption>
 *   <tr><th>bits</th><th>panels</th><th>4x4</th><th>4x2</th><th>8x1</th></tr>
 *   <tr><td>512</td><td>64</td><td>247</td><td>215</td><td>168</td></tr>
 *   <tr><td>512</td><td>128</td><td>183</td><td>132</td><td>145</td></tr>
 *   <tr><td>256</td><td>64</td><td>127</td><td>110</td><td>86</td></tr>
 *   <tr><td>256</td><td>32</td><td>120</td><td>104</td><td>79</td></tr>
 *   <tr><td>256</td><td>128</td><td>125</td><td>92</td><td>85</td></tr>
 *   <tr><td>128</td><td>64</td><td>64</td><td>58</td><td>45</td></tr>
 *   <tr><td>128</td><td>32</td><td>61</td><td>53</td><td>39</td></tr>
 *   <tr><td>128</td><td>128</td><td>64</td><td>48</td><td>43</td></tr>
 * </table>
 */
@NullMarked
package dev.tandem.policies.jvm.kernel;

import org.jspecify.annotations.NullMarked;
