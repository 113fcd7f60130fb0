package route

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

type Plan[T any] struct{ legs []T }

func (p *Plan[T]) Leg(n int) T {
	if n >= len(p.legs) {
		panic(fmt.Sprintf("plan has %d legs, asked for leg %d", len(p.legs), n))
	}
	return p.legs[n]
}

func Weather(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode >= 400 {
		return fmt.Errorf("weather service answered %s", res.Status)
	}
	return nil
}

func Dial(addr string) error {
	conn, err := net.DialTimeout("tcp", addr, 200*time.Millisecond)
	if err != nil {
		return fmt.Errorf("truck radio: %w", err)
	}
	return conn.Close()
}

func Wait(ctx context.Context, truck int) error {
	select {
	case <-ctx.Done():
		return fmt.Errorf("truck %d: %w", truck, ctx.Err())
	case <-time.After(time.Second):
		return nil
	}
}

func CheckAll(trucks []int) error {
	var errs []error
	for _, truck := range trucks {
		errs = append(errs, fmt.Errorf("truck %d has no driver", truck))
	}
	return errors.Join(errs...)
}

func Each(stops []string, visit func(string)) {
	for _, stop := range stops {
		visit(stop)
	}
}

func Detour(depth int, stops []int) int {
	if depth == 0 {
		return stops[len(stops)]
	}
	return Detour(depth-1, stops)
}
