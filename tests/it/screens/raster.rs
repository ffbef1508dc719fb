//! A CPU rasteriser for egui's meshes: pictures of the screens without any graphics driver, the same on every machine.

use std::collections::HashMap;

use eframe::egui::epaint::{ImageDelta, Mesh, Primitive, Vertex};
use eframe::egui::{Color32, ColorImage, Context, FullOutput, ImageData, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, deltas) in delta.set.drain() {
            for patch in deltas {
                self.patch(id, &patch);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = RgbaImage::from_pixel(size.x.round() as u32, size.y.round() as u32, Rgba([0, 0, 0, 255]));
        for primitive in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            draw_mesh(&mut canvas, mesh, texture, primitive.clip_rect, scale);
        }
        Ok(canvas)
    }
}

impl CpuRenderer {
    fn patch(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let Some([left, top]) = delta.pos else {
            self.textures.insert(id, (**image).clone());
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        let [width, height] = image.size;
        for row in 0..height {
            let start = (top + row) * texture.size[0] + left;
            texture.pixels[start..start + width].copy_from_slice(&image.pixels[row * width..(row + 1) * width]);
        }
    }
}

fn draw_mesh(canvas: &mut RgbaImage, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
    let edge = |value: f32, limit: u32| (value * scale).round().clamp(0.0, limit as f32) as i32;
    let window = [
        edge(clip.min.x, canvas.width()),
        edge(clip.min.y, canvas.height()),
        edge(clip.max.x, canvas.width()),
        edge(clip.max.y, canvas.height()),
    ];
    for triangle in mesh.indices.chunks_exact(3) {
        let mut corners = [0, 1, 2].map(|corner| mesh.vertices[triangle[corner] as usize]);
        for corner in &mut corners {
            corner.pos = (corner.pos.to_vec2() * scale).to_pos2();
        }
        draw_triangle(canvas, corners, texture, window);
    }
}

/// Twice the signed area of a triangle.
fn area(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn draw_triangle(canvas: &mut RgbaImage, mut v: [Vertex; 3], texture: &ColorImage, window: [i32; 4]) {
    if area(v[0].pos, v[1].pos, v[2].pos) < 0.0 {
        v.swap(1, 2);
    }
    let total = area(v[0].pos, v[1].pos, v[2].pos);
    if total <= 0.0 {
        return;
    }
    // Top-left rule: a pixel on a shared edge belongs to one triangle only.
    let owns = |a: Pos2, b: Pos2| (a.y == b.y && b.x > a.x) || b.y < a.y;
    let edges = [(v[1].pos, v[2].pos), (v[2].pos, v[0].pos), (v[0].pos, v[1].pos)];
    let bound = Rect::from_points(&v.map(|vertex| vertex.pos));
    let solid = v[0].uv == v[1].uv && v[0].uv == v[2].uv;
    let flat = v[0].color == v[1].color && v[0].color == v[2].color;
    let fixed_texel = sample(texture, v[0].uv.x, v[0].uv.y);
    let fixed_tint = v[0].color.to_array().map(f32::from);
    for y in window[1].max(bound.min.y.floor() as i32)..window[3].min(bound.max.y.ceil() as i32) {
        for x in window[0].max(bound.min.x.floor() as i32)..window[2].min(bound.max.x.ceil() as i32) {
            let centre = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            let mut parts = [0.0; 3];
            let mut outside = false;
            for (part, (a, b)) in parts.iter_mut().zip(edges) {
                *part = area(a, b, centre);
                if *part < 0.0 || (*part == 0.0 && !owns(a, b)) {
                    outside = true;
                    break;
                }
            }
            if outside {
                continue;
            }
            let [p, q, r] = parts.map(|part| part / total);
            let texel = if solid {
                fixed_texel
            } else {
                let at = |i: usize, share: f32| v[i].uv.to_vec2() * share;
                let uv = at(0, p) + at(1, q) + at(2, r);
                sample(texture, uv.x, uv.y)
            };
            let tint = if flat {
                fixed_tint
            } else {
                let [a, b, c] = [v[0], v[1], v[2]].map(|w| w.color.to_array().map(f32::from));
                [0, 1, 2, 3].map(|i| a[i] * p + b[i] * q + c[i] * r)
            };
            blend(canvas.get_pixel_mut(x as u32, y as u32), texel, tint);
        }
    }
}

/// Blends a premultiplied colour over a pixel, in gamma space as egui's shader does.
fn blend(Rgba(below): &mut Rgba<u8>, texel: [f32; 4], tint: [f32; 4]) {
    let rest = 1.0 - texel[3] * tint[3] / 255.0;
    for channel in 0..3 {
        let value = texel[channel] * tint[channel] + f32::from(below[channel]) * rest;
        below[channel] = value.round().clamp(0.0, 255.0) as u8;
    }
}

/// Samples the texture with bilinear filtering; channels are premultiplied, from 0 to 1.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let x = (u * width as f32 - 0.5).clamp(0.0, width as f32 - 1.0);
    let y = (v * height as f32 - 0.5).clamp(0.0, height as f32 - 1.0);
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x - left as f32, y - top as f32);
    let texel = |x: usize, y: usize| -> [f32; 4] {
        let colour: Color32 = texture.pixels[y * width + x];
        colour.to_array().map(|byte| f32::from(byte) / 255.0)
    };
    let (a, b, c, d) = (texel(left, top), texel(right, top), texel(left, bottom), texel(right, bottom));
    std::array::from_fn(|i| (a[i] * (1.0 - fx) + b[i] * fx) * (1.0 - fy) + (c[i] * (1.0 - fx) + d[i] * fx) * fy)
}
